package insights.destination.connection;

import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.common.security.Caller;
import insights.common.security.Person;
import insights.destination.audit.ConnectionAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;

/** Notes on a connection and in the audit log that the caller does something now. */
@ApplicationScoped
class ConnectionJournal {

    /** By whom is what nobody asked for. */
    private static final Person ITSELF = new Person("destination-service", "destination-service");

    private final AuditLog audit;
    private final Clock clock;
    private final Caller caller;
    private final Event<ConnectionClosed> closed;
    private final Event<ConnectionOpened> opened;

    ConnectionJournal(
            AuditLog audit,
            Clock clock,
            Caller caller,
            Event<ConnectionClosed> closed,
            Event<ConnectionOpened> opened) {
        this.audit = audit;
        this.clock = clock;
        this.caller = caller;
        this.closed = closed;
        this.opened = opened;
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
        tellWhetherRunsMayUse(row);
    }

    /** Notes what this service found by itself of the connection. */
    void noteByItself(ConnectionEntity row, ConnectionAction action, Changes changes) {
        row.updatedAt = now();
        row.updatedBy = ITSELF;
        audit.recordOfMachine(ITSELF, action, row.id, row.displayName, changes);
        tellWhetherRunsMayUse(row);
    }

    /** Notes that the caller got the key, which leaves the connection as it is. */
    void handedOut(ConnectionEntity row) {
        audit.record(ConnectionAction.API_KEY_HANDED_OUT, row.id, row.displayName, Changes.none());
    }

    private void tellWhetherRunsMayUse(ConnectionEntity row) {
        if (row.wasOpen && !row.isOpen()) {
            closed.fire(new ConnectionClosed(row.id, missing(row), row.updatedBy));
        } else if (!row.wasOpen && row.isOpen()) {
            opened.fire(new ConnectionOpened(row.id));
        }
        row.wasOpen = row.isOpen();
    }

    private static ConnectionClosed.Reason missing(ConnectionEntity row) {
        if (row.consent == null) {
            return ConnectionClosed.Reason.CONSENT_WITHDRAWN;
        }
        if (row.exportUser == null) {
            return ConnectionClosed.Reason.EXPORT_USER_REMOVED;
        }
        return row.hasExportUser()
                ? ConnectionClosed.Reason.API_KEY_REFUSED
                : ConnectionClosed.Reason.EXPORT_USER_LAPSED;
    }

    void note(ConnectionEntity row, ConnectionAction action) {
        note(row, action, Changes.none());
    }
}
