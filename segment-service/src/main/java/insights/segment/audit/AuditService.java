package insights.segment.audit;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Shows who changed what. */
@ApplicationScoped
public class AuditService {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Database database;

    AuditService(Database database) {
        this.database = database;
    }

    /**
     * The latest first; one more than the limit when there are more.
     *
     * @param target id of what was changed; null for everything
     */
    public List<AuditEntry> list(String target, UUID before, int limit) {
        return database.transaction(connection -> Database.list(
                connection,
                Sql.of("""
                        select id, at, subject, name, action, target_type, target, before, after from audit_entry
                        where id < ? and (?::text is null or target = ?) order by id desc limit ?""", before == null ? AFTER_ALL : before, target, target, limit + 1),
                AuditService::entry));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }
}
