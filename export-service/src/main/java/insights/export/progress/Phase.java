package insights.export.progress;

/** What a run is doing, in this order. */
public enum Phase {
    /** Reading the segments and comparing them with the ledger. */
    COMPARE,
    /** Taking contacts off lists. */
    LEAVE,
    /** Creating and updating contacts. */
    UPSERT,
    /** Putting contacts on lists. */
    JOIN,
    /** Taking contacts off what showed their audiences before the mode was changed; only then. */
    MOVE
}
