package insights.segment.schedule;

import insights.common.schedule.Days;
import insights.common.schedule.Recurrence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The schedule as it is stored. */
@Entity
@Table(name = "refresh_schedule")
class ScheduleEntity {

    static final int THE_ONE = 1;

    @Id
    int id;

    @Enumerated(EnumType.STRING)
    Frequency frequency;

    String days;
    String times;

    @Column(name = "time_zone")
    String timeZone;

    /** When the next refresh is due. Moving on is no edit, so it leaves the version alone. */
    @Column(name = "next_at", updatable = false)
    Instant nextAt;

    @Version
    long version;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "updated_by")
    String updatedBy;

    Set<DayOfWeek> dayList() {
        return list(days).stream()
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    List<LocalTime> timeList() {
        return list(times).stream().map(LocalTime::parse).toList();
    }

    Recurrence recurrence() {
        return new Recurrence(
                frequency == Frequency.WEEKLY ? new Days.OfWeek(dayList()) : new Days.Every(),
                frequency == Frequency.OFF ? List.of() : timeList(),
                ZoneId.of(timeZone));
    }

    private static List<String> list(String commaSeparated) {
        return commaSeparated.isEmpty() ? List.of() : Arrays.asList(commaSeparated.split(","));
    }
}
