package insights.export.destination;

/** What became of a contact that was to be deleted. */
public enum DeleteAnswer {
    DELETED,
    /** There was no such contact. */
    NOT_THERE,
    /** The destination keeps it, or has not come to it yet: it is asked again by a later run. */
    STILL_THERE
}
