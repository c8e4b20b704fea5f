package insights.segment.definition;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
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
 * @param changedAt when the last one that anybody joined or left by took its own; null when there is none
 */
record SegmentSize(long size, Instant refreshedAt, Instant changedAt) {

    private static final String LATEST = """
            select wanted.id, latest.size, latest.started_at, changed.started_at
            from unnest(?) as wanted (id)
            cross join lateral (
                select found.size, refresh.started_at
                from refresh_segment found join refresh on refresh.id = found.refresh_id
                where found.segment_id = wanted.id order by refresh.number desc limit 1) latest
            left join lateral (
                select refresh.started_at
                from refresh_segment found join refresh on refresh.id = found.refresh_id
                where found.segment_id = wanted.id and found.joined + found.departed > 0
                order by refresh.number desc limit 1) changed on true""";

    static Map<UUID, SegmentSize> of(Connection connection, Collection<UUID> segments) throws SQLException {
        Map<UUID, SegmentSize> sizes = new HashMap<>();
        Database.list(
                connection,
                Sql.of(LATEST, (Object) segments.toArray(UUID[]::new)),
                row -> sizes.put(
                        row.getObject(1, UUID.class),
                        new SegmentSize(row.getLong(2), instant(row, 3), instant(row, 4))));
        return sizes;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
