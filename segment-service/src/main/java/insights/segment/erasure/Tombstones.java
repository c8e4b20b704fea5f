package insights.segment.erasure;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What is left of people who were erased: fingerprints of the id and of the addresses, and the instant. */
@Singleton
public class Tombstones {

    /** Held by whoever erases profiles or brings some in, to the end of the transaction. */
    public static final String LOCK = "profiles";

    private final ErasureKey key;

    Tombstones(ErasureKey key) {
        this.key = key;
    }

    /** Makes fingerprints. Not for several threads at once. */
    public Fingerprints fingerprints() {
        return key.fingerprints();
    }

    /** Whether any profile was ever erased. */
    public boolean exist(Connection connection) throws SQLException {
        return exists(connection, "tombstone");
    }

    /** Whether any that was ever erased had an address. */
    public boolean haveAddresses(Connection connection) throws SQLException {
        return exists(connection, "erased_address");
    }

    /**
     * Whoever comes back with this id or with one of these addresses is known from now on.
     *
     * @param ids fingerprints of the ways the id was written
     */
    public void add(Connection connection, List<byte[]> ids, List<byte[]> addresses, Instant now) throws SQLException {
        add(connection, "tombstone", ids, now);
        add(connection, "erased_address", addresses, now);
    }

    private static void add(Connection connection, String table, List<byte[]> fingerprints, Instant now)
            throws SQLException {
        Database.update(
                connection,
                Sql.of(
                        "insert into " + table + " (fingerprint, erased_at)"
                                + " select distinct fingerprint, ?::timestamptz from unnest(?) as fingerprint"
                                + " on conflict do nothing",
                        now,
                        fingerprints.toArray(byte[][]::new)));
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        return Database.first(connection, Sql.of("select exists (select from " + table + ")"), row -> row.getBoolean(1))
                .orElseThrow();
    }
}
