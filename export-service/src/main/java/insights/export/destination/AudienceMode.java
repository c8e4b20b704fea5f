package insights.export.destination;

/** How a destination shows who is in a segment. Which of these there are is up to its {@link DestinationType}. */
public enum AudienceMode {
    /** A list per segment, named after it: one request for everybody who joins or leaves. */
    LIST(false),
    /** A boolean custom field per segment, set with the contact itself: a hundred memberships a request (B2). */
    FIELD(true),
    /** A tag per segment, set and unset with the contact itself: a hundred contacts a request, whatever the number of tags. */
    TAG(true);

    private final boolean flagged;

    AudienceMode(boolean flagged) {
        this.flagged = flagged;
    }

    /**
     * Whether it is a flag of the contact, set and unset together with its fields; otherwise a membership is a thing of its
     * own, with an answer of its own.
     */
    public boolean isFlag() {
        return flagged;
    }
}
