package insights.segment.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * When refreshes start by themselves.
 *
 * @param nextAt when the next one does; absent when it is off
 */
public record ScheduleResponse(
        Frequency frequency,
        Set<DayOfWeek> days,
        List<String> times,
        String timeZone,
        Instant nextAt,
        long version,
        Instant updatedAt,
        String updatedBy) {

    static ScheduleResponse from(ScheduleEntity entity, Instant nextAt) {
        return new ScheduleResponse(
                entity.frequency,
                entity.dayList(),
                entity.timeList().stream().map(Object::toString).toList(),
                entity.timeZone,
                nextAt,
                entity.version,
                entity.updatedAt,
                entity.updatedBy);
    }
}
