package insights.segment.schedule;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often refreshes start by themselves. */
@Schema(name = "RefreshScheduleKind")
public enum ScheduleKind {
    /** Never. */
    OFF,
    /** Times of day, every day. */
    DAILY,
    /** Times of day on days of the week. */
    WEEKLY;

    static final Set<ScheduleKind> BY_THE_CLOCK = Set.of(DAILY, WEEKLY);
    static final Set<ScheduleKind> BY_DAYS_OF_WEEK = Set.of(WEEKLY);
}
