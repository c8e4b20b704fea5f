package insights.segment.definition;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What the last refresh that took part in found.
 *
 * @param refreshedAt when it took its snapshot
 */
record SegmentSize(long size, Instant refreshedAt) {

    static Map<UUID, SegmentSize> of(Connection connection, Collection<UUID> segments) throws SQLException {
        Map<UUID, SegmentSize> sizes = new HashMap<>();
        Database.list(
                connection,
                Sql.of("""
                        select distinct on (found.segment_id) found.segment_id, found.size, refresh.started_at
                        from refresh_segment found join refresh on refresh.id = found.refresh_id
                        where found.segment_id = any (?::uuid[])
                        order by found.segment_id, refresh.number desc""", (Object) segments.stream().map(UUID::toString).toArray(String[]::new)),
                row -> sizes.put(
                        row.getObject(1, UUID.class),
                        new SegmentSize(
                                row.getLong(2),
                                row.getObject(3, OffsetDateTime.class).toInstant())));
        return sizes;
    }
}
