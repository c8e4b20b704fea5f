package insights.destination.audit;

import insights.destination.Person;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of the append-only audit: it outlives the connection, and the service has no right to change it. */
@Entity
@Immutable
@Table(name = "audit_event")
class AuditEventEntity {

    @Id
    UUID id;

    Instant at;

    @Embedded
    @AttributeOverride(name = "subject", column = @Column(name = "by_subject"))
    @AttributeOverride(name = "name", column = @Column(name = "by_name"))
    Person by;

    @Enumerated(EnumType.STRING)
    AuditAction action;

    @Column(name = "connection_id")
    UUID connectionId;

    @Column(name = "display_name")
    String displayName;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Change> changes;

    @Column(name = "request_id")
    String requestId;
}
