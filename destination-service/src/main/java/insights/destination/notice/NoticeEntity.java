package insights.destination.removal;

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
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A notice that export-service has not acknowledged yet: written with the removal, gone when it is acknowledged. */
@Entity
@Table(name = "removal_notice")
class RemovalNoticeEntity {

    @Id
    @Column(name = "connection_id")
    UUID connectionId;

    @Enumerated(EnumType.STRING)
    Fate exports;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<UUID> detach;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<UUID> remove;

    @Embedded
    @AttributeOverride(name = "subject", column = @Column(name = "by_subject"))
    @AttributeOverride(name = "name", column = @Column(name = "by_name"))
    Person by;

    Instant at;
}
