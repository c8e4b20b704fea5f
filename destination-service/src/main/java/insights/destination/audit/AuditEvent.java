package insights.destination.audit;

import insights.destination.Person;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that was done to a connection.
 *
 * @param displayName the connection's at that time
 * @param changes what was changed, from what to what; never keys
 * @param requestId finds the same request in the logs
 */
public record AuditEvent(
        UUID id,
        Instant at,
        Person by,
        AuditAction action,
        UUID connectionId,
        String displayName,
        Map<String, Change> changes,
        String requestId) {

    static AuditEvent from(AuditEventEntity row) {
        return new AuditEvent(
                row.id, row.at, row.by, row.action, row.connectionId, row.displayName, row.changes, row.requestId);
    }
}
