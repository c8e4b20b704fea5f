package insights.export.run;

/** What somebody should look at after a run that did all it was to do. The names are stable: they are in the API. */
public enum WarningReason {
    /** The list of a segment was not at the destination any more. */
    LIST_GONE(
            "Somebody deleted the list of a segment at the destination. It is made anew with everybody on it; journeys that refer to the"
                    + " old one must be pointed to the new one."),
    /** Somebody was to be taken off whom nothing known here finds. */
    MAY_STILL_BE_THERE(
            "Somebody was to be taken off the audience of a segment whom nothing that is known here finds at the destination: it never"
                    + " told their id or has nobody of that id any more, and their address is not known here any more. If they are there"
                    + " by another id, merged into somebody else for example, they may still be in the audience: look through it there.");

    private final String text;

    WarningReason(String text) {
        this.text = text;
    }

    /** For people. */
    public String text() {
        return text;
    }
}
