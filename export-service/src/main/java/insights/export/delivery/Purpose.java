package insights.export.delivery;

/** What a run is for. */
public enum Purpose {
    /** Make the destination agree with the export. */
    DELIVER,
    /** Take everything off that the export put there, because it is being removed. */
    TAKE_OFF,
    /** Take off people who were erased, and nothing else (D4). */
    ERASE
}
