package insights.export.definition;

/** How Autopilot shows who is in a segment. */
public enum AudienceMode {
    /** A list per segment, named after it: one request for everybody who joins or leaves. */
    LIST,
    /** A boolean custom field per segment, set with the contact itself: a hundred memberships a request (B2). */
    FIELD
}
