package insights.destination.audit;

import insights.common.id.Ids;
import insights.common.request.RequestId;
import insights.common.security.Caller;
import insights.destination.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Writes down who did what, in the transaction that does it, and finds it again. */
@ApplicationScoped
public class AuditLog {

    private final AuditEventRepository events;
    private final Ids ids;
    private final Clock clock;
    private final Caller caller;

    AuditLog(AuditEventRepository events, Ids ids, Clock clock, Caller caller) {
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.caller = caller;
    }

    /** Adds an event of the caller. The display name goes with it because the connection may be gone when it is read. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditAction action, UUID connectionId, String displayName, Changes changes) {
        AuditEventEntity event = new AuditEventEntity();
        event.id = ids.next();
        event.at = clock.instant();
        event.by = Person.of(caller);
        event.action = action;
        event.connectionId = connectionId;
        event.displayName = displayName;
        event.changes = changes.byName();
        event.requestId = RequestId.current().orElse(null);
        events.persist(event);
    }

    /** Events, newest first. */
    @Transactional
    List<AuditEvent> search(AuditQuery query, UUID before, int most) {
        return events.search(query, before, most).stream().map(AuditEvent::from).toList();
    }
}
