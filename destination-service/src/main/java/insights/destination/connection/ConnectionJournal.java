package insights.destination.connection;

import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.common.security.Caller;
import insights.common.security.Person;
import insights.destination.audit.ConnectionAction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Notes on a connection and in the audit log that the caller does something now. */
@ApplicationScoped
class ConnectionJournal {

    private final AuditLog audit;
    private final Clock clock;
    private final Caller caller;

    ConnectionJournal(AuditLog audit, Clock clock, Caller caller) {
        this.audit = audit;
        this.clock = clock;
        this.caller = caller;
    }

    Instant now() {
        return clock.instant();
    }

    void created(ConnectionEntity row) {
        row.createdAt = now();
        row.createdBy = Person.of(caller);
        row.updatedAt = row.createdAt;
        row.updatedBy = row.createdBy;
    }

    /** Notes what the caller did to the connection. */
    void note(ConnectionEntity row, ConnectionAction action, Changes changes) {
        row.updatedAt = now();
        row.updatedBy = Person.of(caller);
        audit.record(action, row.id, row.displayName, changes);
    }

    /** Notes that the caller got the key, which leaves the connection as it is. */
    void handedOut(ConnectionEntity row) {
        audit.record(ConnectionAction.API_KEY_HANDED_OUT, row.id, row.displayName, Changes.none());
    }

    void note(ConnectionEntity row, ConnectionAction action) {
        note(row, action, Changes.none());
    }
}
