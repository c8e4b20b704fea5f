package insights.export.schedule;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Whether a schedule says enough for its kind. */
public final class ScheduleCheck {

    private static final String POINTER = "/schedule";

    private ScheduleCheck() {}

    /** The schedule in order and without what its kind has no use for; 422 when something is missing or wrong. */
    public static Schedule checked(Schedule asked) {
        if (asked == null) {
            return Schedule.DEFAULT;
        }
        return switch (asked.kind()) {
            case SYSTEM_REFRESH, OFF -> new Schedule(asked.kind(), null, null, null, null);
            case DAILY, WEEKLY, MONTHLY -> byTheClock(asked);
        };
    }

    private static Schedule byTheClock(Schedule asked) {
        boolean weekly = asked.kind() == ScheduleKind.WEEKLY;
        boolean monthly = asked.kind() == ScheduleKind.MONTHLY;
        List<FieldError> errors = new ArrayList<>();
        require(!isEmpty(asked.times()), "/times", "give at least one time, like 06:30", errors);
        require(!weekly || !isEmpty(asked.days()), "/days", "give at least one day, like MONDAY", errors);
        require(
                !monthly || !isEmpty(asked.daysOfMonth()),
                "/daysOfMonth",
                "give at least one day, from 1 to 31",
                errors);
        require(isZone(asked.timeZone()), "/timeZone", "give the name of a time zone, like Europe/Rome", errors);
        if (!errors.isEmpty()) {
            throw Problem.of(
                    CommonProblem.VALIDATION_FAILED,
                    "Correct the values listed under errors, then send it again.",
                    errors);
        }
        return new Schedule(
                asked.kind(),
                sorted(asked.times()),
                weekly ? sorted(asked.days()) : null,
                monthly ? sorted(asked.daysOfMonth()) : null,
                asked.timeZone());
    }

    private static void require(boolean holds, String member, String detail, List<FieldError> errors) {
        if (!holds) {
            errors.add(new FieldError(POINTER + member, detail));
        }
    }

    private static boolean isEmpty(List<?> list) {
        return list == null || list.isEmpty();
    }

    private static boolean isZone(String name) {
        return name != null && ZoneId.getAvailableZoneIds().contains(name);
    }

    private static <T extends Comparable<? super T>> List<T> sorted(List<T> list) {
        return list.stream().sorted().distinct().toList();
    }
}
