package insights.destination.consent;

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
import org.hibernate.annotations.Immutable;

/** A row of the append-only record: it outlives the connection, and the service has no right to change it. */
@Entity
@Immutable
@Table(name = "consent_record")
class ConsentRecordEntity {

    @Id
    UUID id;

    @Column(name = "connection_id")
    UUID connectionId;

    @Enumerated(EnumType.STRING)
    ConsentAction action;

    @Column(name = "text_version")
    int textVersion;

    @Enumerated(EnumType.STRING)
    Language language;

    @Column(name = "text_sha256")
    String textSha256;

    Instant at;

    @Embedded
    @AttributeOverride(name = "subject", column = @Column(name = "by_subject"))
    @AttributeOverride(name = "name", column = @Column(name = "by_name"))
    Person by;
}
