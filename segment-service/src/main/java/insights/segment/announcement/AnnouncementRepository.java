package insights.segment.announcement;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The outbox: finished refreshes that export-service has not acknowledged. */
@ApplicationScoped
public class AnnouncementRepository {

    /** An announcement whose time has come. */
    record Due(UUID refreshId, int attempts) {}

    /** Puts a refresh that ends in this transaction into the outbox. */
    public void add(Connection connection, UUID refreshId, Instant now) throws SQLException {
        Database.update(
                connection,
                Sql.of("insert into announcement (refresh_id, next_attempt_at) values (?, ?)", refreshId, now));
    }

    /** Takes one that no other replica is at, until the transaction ends. */
    Optional<Due> takeDue(Connection connection, Instant now) throws SQLException {
        return Database.first(
                connection, Sql.of("""
                        select refresh_id, attempts from announcement
                        where acknowledged_at is null and next_attempt_at <= ?
                        order by next_attempt_at limit 1 for update skip locked""", now), row -> new Due(row.getObject(1, UUID.class), row.getInt(2)));
    }

    RefreshCompleted event(Connection connection, UUID refreshId) throws SQLException {
        List<RefreshCompleted.Segment> segments = Database.list(
                connection,
                Sql.of("""
                        select segment_id, version, size from refresh_segment where refresh_id = ?
                        union all select segment_id, version, null from refresh_failure where refresh_id = ?
                        order by segment_id""", refreshId, refreshId),
                row -> new RefreshCompleted.Segment(
                        row.getObject(1, UUID.class), row.getLong(2), row.getObject(3, Long.class)));
        return Database.first(
                        connection,
                        // A clock that was set back meanwhile leaves a beginning after the end, which nobody takes.
                        Sql.of("""
                                select case when started_at <= finished_at then started_at end, finished_at, status
                                from refresh where id = ?""", refreshId),
                        row -> new RefreshCompleted(
                                refreshId, instant(row, 1), instant(row, 2), row.getString(3), segments))
                .orElseThrow();
    }

    void acknowledge(Connection connection, UUID refreshId, Instant now) throws SQLException {
        Database.update(
                connection,
                Sql.of(
                        "update announcement set acknowledged_at = ?, attempts = attempts + 1 where refresh_id = ?",
                        now,
                        refreshId));
    }

    void postpone(Connection connection, UUID refreshId, Instant until, String failure) throws SQLException {
        Database.update(connection, Sql.of("""
                        update announcement set attempts = attempts + 1, next_attempt_at = ?, last_failure = ?
                        where refresh_id = ?""", until, failure, refreshId));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
