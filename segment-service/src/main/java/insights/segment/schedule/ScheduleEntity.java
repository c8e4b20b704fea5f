package insights.segment.schedule;

import insights.common.security.Person;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The schedule as it is stored. */
@Entity
@Table(name = "refresh_schedule")
class ScheduleEntity {

    static final int THE_ONE = 1;

    @Id
    int id;

    @Enumerated(EnumType.STRING)
    ScheduleKind kind;

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

    @Embedded
    @AttributeOverride(name = "subject", column = @Column(name = "updated_by_subject"))
    @AttributeOverride(name = "name", column = @Column(name = "updated_by"))
    Person updatedBy;

    Plan plan() {
        return new Plan(
                kind, list(times), list(days).stream().map(DayOfWeek::valueOf).toList(), timeZone);
    }

    void plan(Plan plan) {
        kind = plan.kind();
        times = String.join(",", plan.times());
        days = plan.days().stream().map(Enum::name).collect(Collectors.joining(","));
        timeZone = plan.timeZone();
    }

    private static List<String> list(String commaSeparated) {
        return commaSeparated.isEmpty() ? List.of() : Arrays.asList(commaSeparated.split(","));
    }
}
