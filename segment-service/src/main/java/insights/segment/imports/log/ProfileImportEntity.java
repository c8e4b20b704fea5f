package insights.segment.imports.log;

import insights.segment.file.row.Remark;
import insights.segment.imports.guard.Question;
import insights.segment.imports.merge.GivenRole;
import insights.segment.imports.request.ImportMode;
import jakarta.persistence.Column;
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

    @Column(name = "opted_out")
    long optedOut;

    @Column(name = "opt_outs_ended")
    long optOutsEnded;

    @Column(name = "opt_outs_unreadable")
    long optOutsUnreadable;

    @JdbcTypeCode(SqlTypes.JSON)
    List<GivenRole> roles = List.of();

    @Column(name = "received_bytes")
    long receivedBytes;

    @Column(name = "rejected_values")
    long rejectedValues;

    String charset;
    String separator;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Remark> remarks = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<Question> questions = List.of();

    @Column(name = "request_digest")
    byte[] requestDigest;

    byte[] said;

    String detail;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "started_by")
    String startedBy;

    @Column(name = "started_by_subject")
    String startedBySubject;

    @Column(name = "finished_at")
    Instant finishedAt;

    @Column(name = "idempotency_key")
    String idempotencyKey;
}
