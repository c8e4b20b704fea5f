package insights.segment.announcement;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The outbox of erasures: ids of profiles that export-service has yet to hear were erased, and not one day longer. */
@ApplicationScoped
public class ErasureAnnouncements {

    /** Puts an erasure that ends in this transaction into the outbox. */
    public void add(Connection connection, String profileId, Instant now) throws SQLException {
        Database.update(connection, Sql.of("""
                insert into erasure_announcement (profile_id, next_attempt_at) values (?, ?)
                on conflict (profile_id) do nothing""", profileId, now));
    }

    /** An erasure whose time has come. */
    record Due(String profileId, int attempts) {}

    /** Takes some that no other replica is at, until the transaction ends. */
    List<Due> takeDue(Connection connection, Instant now, int limit) throws SQLException {
        return Database.list(connection, Sql.of("""
                        select profile_id, attempts from erasure_announcement where next_attempt_at <= ?
                        order by next_attempt_at limit ? for update skip locked""", now, limit), row -> new Due(row.getString(1), row.getInt(2)));
    }

    void acknowledge(Connection connection, List<Due> heard) throws SQLException {
        Database.update(
                connection, Sql.of("delete from erasure_announcement where profile_id = any (?)", (Object) ids(heard)));
    }

    void postpone(Connection connection, List<Due> unheard, Instant until) throws SQLException {
        Database.update(connection, Sql.of("""
                update erasure_announcement set attempts = attempts + 1, next_attempt_at = ?
                where profile_id = any (?)""", until, ids(unheard)));
    }

    private static String[] ids(List<Due> erasures) {
        return erasures.stream().map(Due::profileId).toArray(String[]::new);
    }
}
