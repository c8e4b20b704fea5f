package insights.export.use;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Counts exports for lists of what they use, a page of such a list at a time. */
@ApplicationScoped
class ExportCountService {

    private final Database database;

    ExportCountService(Database database) {
        this.database = database;
    }

    UseCounts count(ExportCountRequest request) {
        return new UseCounts(
                counts(
                        "select connection_id, count(*) from export where connection_id = any (?) group by 1",
                        request.connectionIds()),
                counts("""
                        select s.id, count(*) from unnest(?) s (id) join export e on e.segment_ids @> array[s.id] and e.former_of is null
                        group by 1""", request.segmentIds()));
    }

    /** Null when nobody asks. */
    private Map<UUID, Long> counts(String sql, Collection<UUID> ids) {
        if (ids == null) {
            return null;
        }
        Map<UUID, Long> counts = new HashMap<>();
        ids.forEach(id -> counts.put(id, 0L));
        Sql asked = Sql.of(sql, (Object) counts.keySet().toArray(UUID[]::new));
        database.transaction(connection -> Database.list(
                        connection, asked, row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2))))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }
}
