package insights.export.definition;

import insights.common.security.Person;
import insights.export.destination.AudienceMode;
import insights.export.matching.FieldMatch;
import insights.export.schedule.Schedule;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.type.SqlTypes;

/** The row of an export. Rows with what exports delivered to connections that they left are {@link FormerConnections}'s. */
@Entity
@Table(name = "export")
@SQLRestriction("former_of is null")
class ExportEntity {

    @Id
    UUID id;

    @Column(name = "display_name")
    String displayName;

    @Column(name = "connection_id")
    UUID connectionId;

    /** Connection that the ledger is about: the current one, or the last before the export was detached. */
    @Column(name = "ledger_connection_id")
    UUID ledgerConnectionId;

    @Column(name = "segment_ids")
    UUID[] segmentIds;

    @Column(name = "data_matching")
    @JdbcTypeCode(SqlTypes.JSON)
    List<FieldMatch> dataMatching;

    @Column(name = "opt_out_field")
    String optOutField;

    @Column(name = "audience_mode")
    @Enumerated(EnumType.STRING)
    AudienceMode audienceMode;

    @Column(name = "notify_hooks")
    boolean notifyHooks;

    @Column(name = "clear_emptied")
    boolean clearEmptied;

    boolean removing;

    @JdbcTypeCode(SqlTypes.JSON)
    Schedule schedule;

    /** When it runs by itself next; null when it does not by the clock. Moving on is no edit. */
    @Column(name = "next_fire_at")
    @OptimisticLock(excluded = true)
    Instant nextFireAt;

    /** The latest time that was fired, which never comes again. */
    @Column(name = "last_fire_at")
    @OptimisticLock(excluded = true)
    Instant lastFireAt;

    @Version
    long version;

    @Column(name = "created_at")
    Instant createdAt;

    @Embedded
    @AttributeOverride(name = "subject", column = @Column(name = "created_by_subject"))
    @AttributeOverride(name = "name", column = @Column(name = "created_by"))
    Person createdBy;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Embedded
    @AttributeOverride(name = "subject", column = @Column(name = "updated_by_subject"))
    @AttributeOverride(name = "name", column = @Column(name = "updated_by"))
    Person updatedBy;

    /** Gives it other segments. The same in another order are no others: they are a set. */
    void send(List<UUID> segments) {
        if (segmentIds == null || !Set.copyOf(segments).equals(Set.copyOf(List.of(segmentIds)))) {
            segmentIds = segments.stream().distinct().toArray(UUID[]::new);
        }
    }

    /** Gives it other lines. The same in another order are no others: each fills a field of its own. */
    void match(List<FieldMatch> lines) {
        if (dataMatching == null || !Set.copyOf(lines).equals(Set.copyOf(dataMatching))) {
            dataMatching = lines;
        }
    }

    void createdBy(Person person, Instant now) {
        createdAt = now.truncatedTo(ChronoUnit.MICROS);
        createdBy = person;
        updatedBy(person, now);
    }

    void updatedBy(Person person, Instant now) {
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
        updatedBy = person;
    }

    /** Counts the times anew, after the schedule or the connection changed. */
    void reschedule(Instant now) {
        Instant after = lastFireAt != null && lastFireAt.isAfter(now) ? lastFireAt : now;
        nextFireAt = connectionId == null ? null : schedule.next(after).orElse(null);
    }

    /** Says that all times up to this one were fired. */
    void firedUpTo(Instant last) {
        lastFireAt = last;
        nextFireAt = schedule.next(last).orElse(null);
    }

    Export toExport() {
        return new Export(
                id,
                displayName,
                connectionId,
                List.of(segmentIds),
                dataMatching,
                optOutField,
                audienceMode,
                notifyHooks,
                clearEmptied,
                removing,
                schedule,
                version,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy);
    }
}
