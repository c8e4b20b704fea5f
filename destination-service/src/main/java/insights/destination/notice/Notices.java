package insights.destination.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.id.Ids;
import insights.common.request.RequestId;
import insights.destination.connection.ConnectionClosed;
import insights.destination.connection.ConnectionOpened;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutorService;

/**
 * What export-service must be told. A notice is written in the transaction of the change it tells of, and sent right
 * after; {@link NoticeJob} sends it again until export-service has acknowledged it.
 */
@ApplicationScoped
public class Notices {

    /** A notice was written, and is sent once the transaction is through. */
    record Written(UUID id) {}

    private final NoticeRepository notices;
    private final NoticeDelivery delivery;
    private final Event<Written> written;
    private final ExecutorService threads;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;

    Notices(
            NoticeRepository notices,
            NoticeDelivery delivery,
            Event<Written> written,
            @VirtualThreads ExecutorService threads,
            ObjectMapper json,
            Ids ids,
            Clock clock) {
        this.notices = notices;
        this.delivery = delivery;
        this.written = written;
        this.threads = threads;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** To tell that a connection is gone, and what becomes of its exports; the notice to {@link #send} afterwards. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID removed(UUID connectionId, RemovalNotice notice) {
        return write(connectionId, NoticeKind.REMOVED, notice);
    }

    /** Sends a notice now. If that fails, it is sent again later. */
    public void send(UUID notice) {
        delivery.deliver(notice);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void closed(@Observes ConnectionClosed closed) {
        ClosedNotice notice = new ClosedNotice(closed.reason(), closed.by(), clock.instant());
        written.fire(new Written(write(closed.connectionId(), NoticeKind.CLOSED, notice)));
    }

    /** Late, a notice of before would stop runs that may go on. */
    @Transactional(Transactional.TxType.MANDATORY)
    void opened(@Observes ConnectionOpened opened) {
        notices.takeBack(opened.connectionId(), NoticeKind.CLOSED);
    }

    /** Nobody waits for export-service to answer. */
    void sendSoon(@Observes(during = TransactionPhase.AFTER_SUCCESS) Written notice) {
        threads.execute(() -> delivery.deliver(notice.id()));
    }

    private UUID write(UUID connectionId, NoticeKind kind, Object body) {
        NoticeEntity notice = new NoticeEntity();
        notice.id = ids.next();
        notice.connectionId = connectionId;
        notice.kind = kind;
        notice.body = text(body);
        notice.at = clock.instant();
        notice.requestId = RequestId.current().orElse(null);
        notices.persist(notice);
        return notice.id;
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
