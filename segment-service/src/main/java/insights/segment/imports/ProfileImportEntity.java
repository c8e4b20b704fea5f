package insights.segment.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An import as it is stored. */
@Entity
@Table(name = "profile_import")
class ProfileImportEntity {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    ImportStatus status;

    @Enumerated(EnumType.STRING)
    ImportMode mode;

    long received;
    long inserted;
    long updated;
    long unchanged;
    long removed;
    long rejected;
    String detail;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "started_by")
    String startedBy;

    @Column(name = "finished_at")
    Instant finishedAt;

    @Column(name = "idempotency_key")
    String idempotencyKey;
}
