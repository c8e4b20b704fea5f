package insights.export.run;

/** What somebody should look at after a run that did all it was to do. The names are stable: they are in the API. */
public enum WarningReason {
    /** The list of a segment was not at the destination any more. */
    LIST_GONE(
            "Somebody deleted the list of a segment at the destination. It is made anew with everybody on it; journeys that refer to the"
                    + " old one must be pointed to the new one.");

    private final String text;

    WarningReason(String text) {
        this.text = text;
    }

    /** For people. */
    public String text() {
        return text;
    }
}
