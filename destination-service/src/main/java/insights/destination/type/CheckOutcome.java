package insights.destination.type;

/** What one call to a destination showed of a key. The details are for people, and hold nothing of the answer. */
public enum CheckOutcome {
    ACCEPTED("%s accepts the API key."),
    API_KEY_REFUSED("%1$s refuses the API key: copy it again from %1$s's settings, or make a new one there."),
    THROTTLED("%s asks to wait because too many requests came with this key: try again in a minute."),
    UNREACHABLE("%s could not be reached, or failed, several times in a row: try again later."),
    NOT_THE_DESTINATION(
            "Something answers at the endpoint, but not as %s would: check the endpoint, and proxies in between."),
    TOO_SLOW("%s took too long to answer: try again later.");

    private final String detail;

    CheckOutcome(String detail) {
        this.detail = detail;
    }

    public String detail(ConnectionType type) {
        return detail.formatted(type.label());
    }
}
