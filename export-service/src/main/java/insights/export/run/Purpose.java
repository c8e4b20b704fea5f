package insights.export.run;

/** What a run is for. */
public enum Purpose {
    /** Make the destination agree with the export. */
    DELIVER,
    /** Take everything off that the export put there, because it is being removed. */
    TAKE_OFF,
    /** Take off people who were erased, and nothing else (D4). */
    ERASE,
    /** Take off people who opted out or were erased, at a connection that the export left (D3, D4). */
    FORMER_CONNECTION,
    /** Take off people who opted out or were erased, because the refresh that would have set off a delivery failed (D3). */
    OPT_OUT;

    /** Whether it is about the export as it is now, with the connection that it has now. */
    public boolean isOfExport() {
        return this == DELIVER || this == OPT_OUT;
    }
}
