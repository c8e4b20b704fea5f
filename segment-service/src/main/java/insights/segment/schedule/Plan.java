package insights.segment.schedule;

import insights.common.schedule.Days;
import insights.common.schedule.KindMembers;
import insights.common.schedule.Recurrence;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * When refreshes start by themselves, in order: two that are equal are the same.
 *
 * @param times of day like 06:30; none for OFF
 * @param days of the week; none but for WEEKLY
 * @param timeZone of the times; UTC for OFF
 */
record Plan(ScheduleKind kind, List<String> times, List<DayOfWeek> days, String timeZone) {

    private static final Plan OFF = new Plan(ScheduleKind.OFF, List.of(), List.of(), "UTC");

    /** 422 when the request says too little for its kind, or what is for another. */
    static Plan of(ScheduleRequest request) {
        KindMembers.of(request.kind(), "")
                .list("times", request.times(), ScheduleKind.BY_THE_CLOCK, "give from one to four times, like 06:30")
                .list("days", request.days(), ScheduleKind.BY_DAYS_OF_WEEK, "give at least one day, like MONDAY")
                .timeZone(request.timeZone(), ScheduleKind.BY_THE_CLOCK)
                .require();
        return request.kind() == ScheduleKind.OFF
                ? OFF
                : new Plan(request.kind(), sorted(request.times()), sorted(request.days()), request.timeZone());
    }

    Recurrence recurrence() {
        return new Recurrence(
                kind == ScheduleKind.WEEKLY ? new Days.OfWeek(Set.copyOf(days)) : new Days.Every(),
                times.stream().map(LocalTime::parse).toList(),
                ZoneId.of(timeZone));
    }

    private static <T extends Comparable<? super T>> List<T> sorted(List<T> list) {
        return list == null ? List.of() : list.stream().sorted().distinct().toList();
    }
}
