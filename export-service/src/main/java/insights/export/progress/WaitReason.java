package insights.export.progress;

/** Whom a run waits for that is being worked on. */
public enum WaitReason {
    DESTINATION_SERVICE("destination-service does not answer yet."),
    SEGMENT_SERVICE("segment-service does not answer yet."),
    AUTOPILOT("Autopilot does not answer; the request is made again, and in the end the run goes on later."),
    THROTTLED("Autopilot asked for a pause.");

    private final String detail;

    WaitReason(String detail) {
        this.detail = detail;
    }

    /** The same in words. */
    public String detail() {
        return detail;
    }
}
