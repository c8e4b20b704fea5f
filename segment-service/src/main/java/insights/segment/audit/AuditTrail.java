package insights.segment.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.security.Caller;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Keeps who changed what. Entries become part of the transaction of the change: neither is there without the other. */
@ApplicationScoped
public class AuditTrail {

    private final Database database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Caller caller;

    AuditTrail(Database database, ObjectMapper json, Clock clock, Caller caller) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * Adds an entry about something the caller did.
     *
     * @param action what was done, like {@code segment.edit}
     * @param target id of what it was done to; no personal data
     * @param before what it was, as the API shows it; null when it was not there
     * @param after what it is; null when it is gone
     */
    public void record(String action, String targetType, String target, Object before, Object after) {
        database.transaction(connection -> Database.update(
                connection,
                Sql.of(
                        """
                        insert into audit_entry (at, subject, name, action, target_type, target, before, after)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""",
                        clock.instant(),
                        caller.subject(),
                        caller.name(),
                        action,
                        targetType,
                        target,
                        text(before),
                        text(after))));
    }

    private String text(Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
