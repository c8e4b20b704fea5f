package insights.segment.refresh;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a refresh found, and which segments it could not compute. */
record RefreshResult(List<RefreshedSegment> segments, List<FailedSegment> failures) {

    private static final String FOUND = """
            select refresh_id, segment_id, version, size, joined, departed, counted, reason from refresh_segment
            where refresh_id = any (?) order by segment_id""";

    private static final String FAILED = """
            select refresh_id, segment_id, version, field, detail from refresh_failure
            where refresh_id = any (?) order by segment_id""";

    /** Of each of the refreshes. */
    static Map<UUID, RefreshResult> of(Connection connection, Collection<UUID> refreshes) throws SQLException {
        Map<UUID, RefreshResult> results = new HashMap<>();
        refreshes.forEach(id -> results.put(id, new RefreshResult(new ArrayList<>(), new ArrayList<>())));
        Object ids = refreshes.toArray(UUID[]::new);
        Database.list(connection, Sql.of(FOUND, ids), row -> results.get(row.getObject(1, UUID.class))
                .segments()
                .add(new RefreshedSegment(
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        Counted.valueOf(row.getString(7)),
                        reason(row.getString(8)))));
        Database.list(connection, Sql.of(FAILED, ids), row -> results.get(row.getObject(1, UUID.class))
                .failures()
                .add(new FailedSegment(
                        row.getObject(2, UUID.class), row.getLong(3), row.getString(4), row.getString(5))));
        return results;
    }

    private static FullCountReason reason(String name) {
        return name == null ? null : FullCountReason.valueOf(name);
    }
}
