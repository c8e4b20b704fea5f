package insights.common.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.page.TimeOrder;
import insights.common.request.RequestId;
import insights.common.security.Caller;
import insights.common.security.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Writes down who did what, in the transaction that does it, and finds it again. The table {@code audit_event} is made
 * by a migration of each service, which lets the service's database role read it and add to it, and nothing else.
 */
@ApplicationScoped
public class AuditLog {

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Caller caller;

    AuditLog(DataSource database, ObjectMapper json, Clock clock, Caller caller) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * Adds an event of the caller.
     *
     * @param displayName goes with it because the target may be gone when it is read
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditAction action, UUID target, String displayName, Changes changes) {
        record(action, target.toString(), displayName, changes);
    }

    /**
     * The same for what has another id than most.
     *
     * @param target nothing that is personal data
     * @param displayName null for what has none, where the service's table allows that
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditAction action, String target, String displayName, Changes changes) {
        insert(Person.of(caller), caller.isMachine(), action, target, displayName, changes);
    }

    /** The same for a person who did it at another service, which tells of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Person by, AuditAction action, UUID target, String displayName, Changes changes) {
        insert(by, false, action, target.toString(), displayName, changes);
    }

    /** The same for what no person asked for and no other service: what the service itself does when it is time. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordOfMachine(Person by, AuditAction action, UUID target, String displayName, Changes changes) {
        insert(by, true, action, target.toString(), displayName, changes);
    }

    private void insert(
            Person by, boolean machine, AuditAction action, String target, String displayName, Changes changes) {
        String sql = """
                insert into audit_event (
                    at, by_subject, by_name, by_machine, action, target, display_name, changes, request_id)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.setString(2, by.subject());
            insert.setString(3, by.name());
            insert.setBoolean(4, machine);
            insert.setString(5, action.name());
            insert.setString(6, target);
            insert.setString(7, displayName);
            insert.setString(8, json.writeValueAsString(changes.byName()));
            insert.setString(9, RequestId.current().orElse(null));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("An audit event could not be written", e);
        }
    }

    /** Events in that order, from after the given one (null: from the first). */
    @Transactional
    List<AuditEvent> search(AuditQuery query, TimeOrder order, UUID last, int most) {
        try (Connection connection = database.getConnection()) {
            return new AuditSearch(query, order, last, most).run(connection, json);
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The audit trail could not be read", e);
        }
    }
}
