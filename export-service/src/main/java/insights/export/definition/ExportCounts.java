package insights.export.definition;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Counts exports by what they use. */
@ApplicationScoped
class ExportCounts {

    private final Database database;

    ExportCounts(Database database) {
        this.database = database;
    }

    /** All that use a connection. */
    record OfConnection(UUID connectionId, int exports) {}

    /** Connections that no export uses are not in it. */
    List<OfConnection> byConnection() {
        Sql sql = Sql.of("""
                select connection_id, count(*) from export
                where connection_id is not null group by connection_id""");
        return database.transaction(connection -> Database.list(
                connection,
                sql,
                row -> new OfConnection(row.getObject("connection_id", UUID.class), row.getInt("count"))));
    }
}
