package insights.destination.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A notice that export-service has not acknowledged yet: written with the change it tells of, gone when acknowledged. */
@Entity
@Table(name = "notice")
class NoticeEntity {

    @Id
    UUID id;

    @Column(name = "connection_id")
    UUID connectionId;

    @Enumerated(EnumType.STRING)
    NoticeKind kind;

    /** What is sent, as JSON. */
    String body;

    Instant at;

    /** Of the request that made the change: it goes along, however late. */
    @Column(name = "request_id")
    String requestId;
}
