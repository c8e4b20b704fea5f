package insights.export.destination;

/** What became of a contact that was to be put on a list, or taken off it. */
public enum MembershipAnswer {
    CHANGED,
    /** Nothing had to be changed, and it was not an earlier attempt of the same request that changed it. */
    ALREADY_SO,
    /** The contact or the list is not there. */
    NOT_THERE,
    REFUSED
}
