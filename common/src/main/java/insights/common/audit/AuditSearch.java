package insights.common.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.page.TimeOrder;
import insights.common.security.Person;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One search of the audit trail, as SQL. What was asked for gets into it as parameters only. */
final class AuditSearch {

    private static final TypeReference<LinkedHashMap<String, Change>> CHANGES = new TypeReference<>() {};

    private final StringBuilder sql = new StringBuilder("""
            select id, at, by_subject, by_name, by_machine, action, target, display_name, changes, request_id
            from audit_event where true""");

    private final List<Object> values = new ArrayList<>();

    AuditSearch(AuditQuery query, TimeOrder order, UUID last, int most) {
        where(" and target = any (?)", query.targets == null ? null : query.targets.toArray(String[]::new));
        where(" and action = ?", query.action);
        where(" and ? in (by_subject, by_name)", query.by);
        where(" and by_machine = ?", query.machine);
        where(" and at >= ?", utc(query.since()));
        where(" and at < ?", utc(query.until()));
        where(order.later() + "?", last);
        where(order.orderBy() + " limit ?", most);
    }

    private void where(String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static OffsetDateTime utc(Optional<Instant> time) {
        return time.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    List<AuditEvent> run(Connection connection, ObjectMapper json) throws SQLException, JsonProcessingException {
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            List<AuditEvent> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(event(rows, json));
                }
            }
            return found;
        }
    }

    private static AuditEvent event(ResultSet row, ObjectMapper json) throws SQLException, JsonProcessingException {
        return new AuditEvent(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Person(row.getString("by_subject"), row.getString("by_name")),
                row.getBoolean("by_machine"),
                row.getString("action"),
                row.getString("target"),
                row.getString("display_name"),
                json.readValue(row.getString("changes"), CHANGES),
                row.getString("request_id"));
    }
}
