package insights.segment.announcement;

import insights.common.address.EmailAddress;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The outbox of erasures: ids of profiles that export-service has yet to hear were erased, and not one day longer. The addresses that
 * they had go with them: by those alone people are found at a destination whose first request there got no answer.
 */
@ApplicationScoped
public class ErasureAnnouncements {

    /** Puts an erasure that ends in this transaction into the outbox. */
    public void add(Connection connection, String profileId, List<EmailAddress> addresses, Instant now)
            throws SQLException {
        String[] texts = addresses.stream().map(EmailAddress::sent).distinct().toArray(String[]::new);
        Database.update(connection, Sql.of("""
                insert into erasure_announcement as a (profile_id, addresses, next_attempt_at) values (?, ?, ?)
                on conflict (profile_id) do update
                set addresses = array(select unnest(a.addresses) union select unnest(excluded.addresses))""", profileId, texts, now));
    }

    /** An erasure whose time has come. */
    record Due(String profileId, List<String> addresses, int attempts) {

        /** Hides the person. */
        @Override
        public String toString() {
            return "Due[…]";
        }
    }

    /** Takes some that no other replica is at, until the transaction ends. */
    List<Due> takeDue(Connection connection, Instant now, int limit) throws SQLException {
        return Database.list(
                connection,
                Sql.of("""
                        select profile_id, addresses, attempts from erasure_announcement where next_attempt_at <= ?
                        order by next_attempt_at limit ? for update skip locked""", now, limit),
                row -> new Due(
                        row.getString(1), List.of((String[]) row.getArray(2).getArray()), row.getInt(3)));
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
