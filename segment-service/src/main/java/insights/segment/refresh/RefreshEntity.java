package insights.segment.refresh;

import insights.common.security.Person;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;

/** A refresh as it is stored. */
@Entity
@Table(name = "refresh")
class RefreshEntity {

    @Id
    UUID id;

    @Generated
    @Column(insertable = false, updatable = false)
    int number;

    @Enumerated(EnumType.STRING)
    RefreshStatus status;

    /** How it stands for those who look at it: one that left segments out ended well otherwise. Null until it is read. */
    @Formula("case when status = 'SUCCESSFUL' and exists (select 1 from refresh_failure f where f.refresh_id = id)"
            + " then 'COMPLETED_WITH_WARNINGS' else status end")
    @Enumerated(EnumType.STRING)
    RefreshStatus outcome;

    String detail;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Enumerated(EnumType.STRING)
    RefreshTrigger trigger;

    /** Null when the schedule did. */
    @Embedded
    @AttributeOverride(name = "subject", column = @Column(name = "requested_by_subject"))
    @AttributeOverride(name = "name", column = @Column(name = "requested_by"))
    Person requestedBy;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    int attempts;

    @Column(name = "idempotency_key")
    String idempotencyKey;
}
