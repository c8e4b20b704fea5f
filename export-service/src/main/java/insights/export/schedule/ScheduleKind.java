package insights.export.schedule;

import java.util.Set;

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
    OFF;

    static final Set<ScheduleKind> BY_THE_CLOCK = Set.of(DAILY, WEEKLY, MONTHLY);
    static final Set<ScheduleKind> BY_DAYS_OF_WEEK = Set.of(WEEKLY);
    static final Set<ScheduleKind> BY_DAYS_OF_MONTH = Set.of(MONTHLY);
}
