package insights.segment.definition;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.validation.constraints.NotNull;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Why the last refresh could not compute a segment. Its members are still those of {@code refreshedAt}, and are given to no
 * export.
 *
 * @param at when that refresh took its snapshot
 * @param field that the rule does not fit; absent when the rule is too large
 * @param detail in words, with what to do
 */
public record SegmentFailure(
        @NotNull Instant at, String field, @NotNull String detail) {

    private static final String LATEST = """
            select failed.segment_id, latest.started_at, failed.field, failed.detail
            from (select id, started_at from refresh where status = 'SUCCESSFUL' order by number desc limit 1) latest
            join refresh_failure failed on failed.refresh_id = latest.id
            join segment on segment.id = failed.segment_id and segment.status = 'ACTIVE'
            where failed.segment_id = any (?)""";

    static Map<UUID, SegmentFailure> of(Connection connection, Collection<UUID> segments) throws SQLException {
        Map<UUID, SegmentFailure> failures = new HashMap<>();
        Database.list(
                connection,
                Sql.of(LATEST, (Object) segments.toArray(UUID[]::new)),
                row -> failures.put(
                        row.getObject(1, UUID.class),
                        new SegmentFailure(
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3),
                                row.getString(4))));
        return failures;
    }
}
