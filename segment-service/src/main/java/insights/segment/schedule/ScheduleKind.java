package insights.segment.schedule;

/** How often refreshes start by themselves. */
public enum ScheduleKind {
    /** Never. */
    OFF,
    /** Times of day, every day. */
    DAILY,
    /** Times of day on days of the week. */
    WEEKLY
}
