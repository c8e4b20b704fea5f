package insights.export.progress;

/** Whom a run waits for that is being worked on. */
public enum WaitReason {
    DESTINATION_SERVICE("destination-service does not answer yet."),
    SEGMENT_SERVICE("segment-service does not answer yet."),
    DESTINATION("The destination does not answer; the request is made again, and in the end the run goes on later."),
    THROTTLED("The destination asked for a pause."),
    REFUSED_REQUESTS(
            "The destination refused requests of late, of this run or of another one; the next waits, so that it does not ban the"
                    + " address that they come from.");

    private final String detail;

    WaitReason(String detail) {
        this.detail = detail;
    }

    /** The same in words. */
    public String detail() {
        return detail;
    }
}
