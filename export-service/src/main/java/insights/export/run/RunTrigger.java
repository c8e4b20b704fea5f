package insights.export.run;

/** What set off a run. */
public enum RunTrigger {
    /** A person. */
    ON_DEMAND,
    /** An erasure of profiles, announced by segment-service. */
    ERASURE,
    /** A finished refresh of the platform. */
    SYSTEM_REFRESH,
    /** The clock, by the schedule of the export. */
    SCHEDULED
}
