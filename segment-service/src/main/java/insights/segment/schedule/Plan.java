package insights.segment.schedule;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.common.schedule.Days;
import insights.common.schedule.Recurrence;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * When refreshes start by themselves, in order and without what the kind has no use for: two that are equal are the same.
 *
 * @param times of day like 06:30; none for OFF
 * @param days of the week; none but for WEEKLY
 * @param timeZone of the times; UTC for OFF
 */
record Plan(ScheduleKind kind, List<String> times, List<DayOfWeek> days, String timeZone) {

    private static final Plan OFF = new Plan(ScheduleKind.OFF, List.of(), List.of(), "UTC");

    /** 422 when the request says too little for its kind. */
    static Plan of(ScheduleRequest request) {
        if (request.kind() == ScheduleKind.OFF) {
            return OFF;
        }
        boolean weekly = request.kind() == ScheduleKind.WEEKLY;
        List<FieldError> errors = new ArrayList<>();
        if (isEmpty(request.times())) {
            errors.add(new FieldError("/times", "give from one to four times, like 06:30"));
        }
        if (weekly && isEmpty(request.days())) {
            errors.add(new FieldError("/days", "give at least one day, like MONDAY"));
        }
        if (request.timeZone() == null || !ZoneId.getAvailableZoneIds().contains(request.timeZone())) {
            errors.add(new FieldError("/timeZone", "give the name of a time zone, like Europe/Rome"));
        }
        if (!errors.isEmpty()) {
            throw Problem.of(
                    CommonProblem.VALIDATION_FAILED,
                    "Correct the values listed under errors, then send it again.",
                    errors);
        }
        return new Plan(
                request.kind(),
                sorted(request.times()),
                weekly ? sorted(request.days()) : List.of(),
                request.timeZone());
    }

    Recurrence recurrence() {
        return new Recurrence(
                kind == ScheduleKind.WEEKLY ? new Days.OfWeek(Set.copyOf(days)) : new Days.Every(),
                times.stream().map(LocalTime::parse).toList(),
                ZoneId.of(timeZone));
    }

    private static boolean isEmpty(List<?> list) {
        return list == null || list.isEmpty();
    }

    private static <T extends Comparable<? super T>> List<T> sorted(List<T> list) {
        return list.stream().sorted().distinct().toList();
    }
}
