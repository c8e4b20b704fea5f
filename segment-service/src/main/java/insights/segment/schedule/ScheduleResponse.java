package insights.segment.schedule;

import insights.common.security.Person;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When refreshes start by themselves, and when next.
 *
 * @param times absent for OFF
 * @param days absent but for WEEKLY
 * @param timeZone absent for OFF
 * @param nextFireTimes the next five, in order; none for OFF
 * @param updatedAt when it was last changed; absent before the first time
 * @param updatedBy who did; for administrators only
 */
@Schema(name = "RefreshSchedule")
public record ScheduleResponse(
        @NotNull ScheduleKind kind,
        List<String> times,
        List<DayOfWeek> days,
        String timeZone,
        @NotNull List<FireTime> nextFireTimes,
        long version,
        Instant updatedAt,
        @Schema(description = "For administrators only") Person updatedBy) {

    private static final int SHOWN = 5;

    /** @param named whether the caller may see who changed it */
    static ScheduleResponse from(ScheduleEntity entity, Instant now, boolean named) {
        Plan plan = entity.plan();
        boolean off = plan.kind() == ScheduleKind.OFF;
        ZoneId zone = ZoneId.of(plan.timeZone());
        return new ScheduleResponse(
                plan.kind(),
                off ? null : plan.times(),
                plan.kind() == ScheduleKind.WEEKLY ? plan.days() : null,
                off ? null : plan.timeZone(),
                plan.recurrence().next(now, SHOWN).stream()
                        .map(utc -> new FireTime(utc.atZone(zone).toOffsetDateTime(), utc))
                        .toList(),
                entity.version,
                entity.updatedAt,
                named ? entity.updatedBy : null);
    }
}
