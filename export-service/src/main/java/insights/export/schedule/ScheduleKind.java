package insights.export.schedule;

/** By what an export is set off. */
public enum ScheduleKind {
    /** Every finished refresh of the platform that one of its segments was part of. */
    SYSTEM_REFRESH,
    /** Times of day, every day. */
    DAILY,
    /** Times of day on days of the week. */
    WEEKLY,
    /** Times of day on days of the month. */
    MONTHLY,
    /** People alone. */
    OFF
}
