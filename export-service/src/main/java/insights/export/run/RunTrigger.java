package insights.export.run;

/** What set off a run. */
public enum RunTrigger {
    /** A person. */
    ON_DEMAND,
    /** An erasure of profiles, announced by segment-service. */
    ERASURE
}
