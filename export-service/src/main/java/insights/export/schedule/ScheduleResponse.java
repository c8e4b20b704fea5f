package insights.export.schedule;

import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When an export runs by itself, and when next.
 *
 * @param nextFireTimes the next five, in order; none when it does not run by the clock
 */
public record ScheduleResponse(
        @NotNull ScheduleKind kind,
        List<String> times,
        List<DayOfWeek> days,
        List<Integer> daysOfMonth,
        String timeZone,
        @NotNull List<FireTime> nextFireTimes) {

    private static final int SHOWN = 5;

    /**
     * A time at which an export runs by itself.
     *
     * @param local in the time zone of the schedule, with the offset from UTC that is valid then
     * @param utc the same in UTC
     */
    public record FireTime(
            @NotNull OffsetDateTime local, @NotNull Instant utc) {}

    /**
     * Shows a schedule.
     *
     * @param active whether it fires at all; without a connection it does not
     * @param after now
     */
    public static ScheduleResponse of(Schedule schedule, boolean active, Instant after) {
        List<Instant> next = schedule.recurrence()
                .filter(recurrence -> active)
                .map(recurrence -> recurrence.next(after, SHOWN))
                .orElse(List.of());
        return new ScheduleResponse(
                schedule.kind(),
                schedule.times(),
                schedule.days(),
                schedule.daysOfMonth(),
                schedule.timeZone(),
                next.stream().map(instant -> fireTime(schedule, instant)).toList());
    }

    private static FireTime fireTime(Schedule schedule, Instant instant) {
        return new FireTime(instant.atZone(ZoneId.of(schedule.timeZone())).toOffsetDateTime(), instant);
    }
}
