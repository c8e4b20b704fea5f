package insights.export.delivery;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Which accounts take memberships that ride along with contacts, as far as it was tried. */
@ApplicationScoped
public class RidingAccounts {

    /** An account that did not take them is tried again after so long: its API may have changed. */
    private static final Duration AGAIN = Duration.ofDays(7);

    private final Database database;
    private final Clock clock;

    RidingAccounts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether an account takes memberships with contacts. */
    public enum Taken {
        YES,
        NO,
        /** Nobody has tried, or not lately. */
        UNKNOWN
    }

    /** What was seen of the account behind a connection. */
    public Taken taken(UUID connection) {
        return database.transaction(open -> Database.first(
                        open,
                        Sql.of(
                                "select taken from list_riding where connection_id = ? and (taken or seen_at > ?)",
                                connection,
                                clock.instant().minus(AGAIN)),
                        row -> row.getBoolean(1) ? Taken.YES : Taken.NO))
                .orElse(Taken.UNKNOWN);
    }

    /** Remembers what was seen, in the transaction of the run. */
    void remember(Connection open, UUID connection, boolean taken) throws SQLException {
        Database.update(open, Sql.of("""
                        insert into list_riding (connection_id, taken, seen_at) values (?, ?, ?)
                        on conflict (connection_id) do update set taken = excluded.taken, seen_at = excluded.seen_at""", connection, taken, clock.instant()));
    }
}
