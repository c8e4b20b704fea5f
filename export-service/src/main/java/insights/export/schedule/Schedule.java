package insights.export.schedule;

import insights.common.request.ReadOnlyMembers;
import insights.common.schedule.Days;
import insights.common.schedule.Recurrence;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When an export runs by itself (E2). A member that the kind has no use for is refused.
 *
 * @param times of day like 06:30, for DAILY, WEEKLY and MONTHLY; up to 24
 * @param days of the week, for WEEKLY
 * @param daysOfMonth for MONTHLY; those that a month does not have fall on its last day
 * @param timeZone of the times, by its name in the IANA time zone database
 */
@ReadOnlyMembers(of = ScheduleResponse.class, value = "nextFireTimes")
public record Schedule(
        @NotNull ScheduleKind kind,

        @Size(max = 24) @Schema(description = "For DAILY, WEEKLY and MONTHLY only")
        List<@NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "give a time like 06:30") String> times,

        @Size(max = 7) @Schema(description = "For WEEKLY only")
        List<@NotNull DayOfWeek> days,

        @Size(max = 31) @Schema(description = "For MONTHLY only")
        List<@NotNull @Min(1) @Max(31) Integer> daysOfMonth,

        @Size(max = 50) @Schema(description = "For DAILY, WEEKLY and MONTHLY only")
        String timeZone) {

    /** What an export has when nobody chose anything else. */
    public static final Schedule DEFAULT = new Schedule(ScheduleKind.SYSTEM_REFRESH, null, null, null, null);

    /** The same under a kind: without what that has no use for. */
    Schedule as(ScheduleKind other) {
        boolean timed = ScheduleKind.BY_THE_CLOCK.contains(other);
        return new Schedule(
                other,
                timed ? times : null,
                ScheduleKind.BY_DAYS_OF_WEEK.contains(other) ? days : null,
                ScheduleKind.BY_DAYS_OF_MONTH.contains(other) ? daysOfMonth : null,
                timed ? timeZone : null);
    }

    /** The first time after the given instant; none when it does not run by the clock. */
    public Optional<Instant> next(Instant after) {
        return recurrence().flatMap(recurrence -> recurrence.next(after));
    }

    /** Times of day in a time zone, if it runs by the clock. */
    public Optional<Recurrence> recurrence() {
        return Optional.ofNullable(
                        switch (kind) {
                            case SYSTEM_REFRESH, OFF -> null;
                            case DAILY -> new Days.Every();
                            case WEEKLY -> new Days.OfWeek(Set.copyOf(days));
                            case MONTHLY -> new Days.OfMonth(Set.copyOf(daysOfMonth));
                        })
                .map(on ->
                        new Recurrence(on, times.stream().map(LocalTime::parse).toList(), ZoneId.of(timeZone)));
    }
}
