package insights.segment.refresh;

/** What asked for a refresh. */
public enum RefreshTrigger {
    /** Somebody, or the platform. */
    ON_DEMAND,
    /** The schedule, which is nobody. */
    SCHEDULED
}
