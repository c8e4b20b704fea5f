package insights.destination.autopilot;

/** What one call to Autopilot showed of a key. The details are for people, and hold nothing of the answer. */
public enum CheckOutcome {
    ACCEPTED("Autopilot accepts the API key."),
    API_KEY_REFUSED("Autopilot refuses the API key: copy it again from Autopilot's settings, or make a new one there."),
    THROTTLED("Autopilot asks to wait because too many requests came with this key: try again in a minute."),
    UNREACHABLE("Autopilot could not be reached, or failed, several times in a row: try again later."),
    NOT_AUTOPILOT(
            "Something answers at the endpoint, but not as Autopilot would: check the endpoint, and proxies in between."),
    TOO_SLOW("Autopilot took too long to answer: try again later.");

    private final String detail;

    CheckOutcome(String detail) {
        this.detail = detail;
    }

    public String detail() {
        return detail;
    }
}
