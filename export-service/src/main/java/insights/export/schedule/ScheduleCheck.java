package insights.export.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import insights.common.schedule.KindMembers;
import java.util.Arrays;
import java.util.List;

/** Whether a schedule says what its kind needs, and nothing else. */
public final class ScheduleCheck {

    private static final String MEMBER = "schedule";

    private ScheduleCheck() {}

    /** The schedule in order; 422 when something is missing, wrong, or for another kind. */
    public static Schedule checked(Schedule asked) {
        if (asked == null) {
            return Schedule.DEFAULT;
        }
        KindMembers.of(asked.kind(), "/" + MEMBER)
                .list("times", asked.times(), ScheduleKind.BY_THE_CLOCK, "give at least one time, like 06:30")
                .list("days", asked.days(), ScheduleKind.BY_DAYS_OF_WEEK, "give at least one day, like MONDAY")
                .list(
                        "daysOfMonth",
                        asked.daysOfMonth(),
                        ScheduleKind.BY_DAYS_OF_MONTH,
                        "give at least one day, from 1 to 31")
                .timeZone(asked.timeZone(), ScheduleKind.BY_THE_CLOCK)
                .require();
        Schedule own = asked.as(asked.kind());
        return new Schedule(
                own.kind(), sorted(own.times()), sorted(own.days()), sorted(own.daysOfMonth()), own.timeZone());
    }

    /**
     * What a merge patch of an export goes on from: under another kind, what of the schedule that has no use for is gone by
     * itself. Only what the patch gives of it is too much.
     */
    public static Schedule remaining(Schedule before, JsonNode patch) {
        String name = patch.path(MEMBER).path("kind").asText();
        return Arrays.stream(ScheduleKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .map(before::as)
                .orElse(before);
    }

    private static <T extends Comparable<? super T>> List<T> sorted(List<T> list) {
        return list == null ? null : list.stream().sorted().distinct().toList();
    }
}
