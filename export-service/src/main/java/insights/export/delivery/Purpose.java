package insights.export.delivery;

/** What a run is for. */
public enum Purpose {
    /** Make Autopilot agree with the export. */
    DELIVER,
    /** Take everything off that the export put there, because it is being removed. */
    TAKE_OFF,
    /** Take off people who were erased, and nothing else (D4). */
    ERASE
}
