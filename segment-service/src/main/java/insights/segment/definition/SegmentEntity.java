package insights.segment.definition;

import insights.common.security.Person;
import insights.segment.rule.RuleDefinition;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A segment as it is stored. */
@Entity
@Table(name = "segment")
class SegmentEntity {

    @Id
    UUID id;

    @Generated
    @Column(insertable = false, updatable = false)
    int number;

    @Column(name = "display_name")
    String displayName;

    @Convert(converter = RuleColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    RuleDefinition rule;

    /** Null for that of the installation. */
    @Column(name = "time_zone")
    String timeZone;

    @Enumerated(EnumType.STRING)
    SegmentStatus status;

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
}
