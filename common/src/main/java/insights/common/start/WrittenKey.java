package insights.common.start;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The fingerprint of the key that a database is written with, kept in it: with another key over the same data nobody would be
 * recognised.
 */
public final class WrittenKey {

    private final Database database;
    private final String table;

    /** @param table with the columns {@code id}, always 1, and {@code fingerprint}; must not come from outside */
    public WrittenKey(Database database, String table) {
        this.database = database;
        this.table = table;
    }

    /** Whether the database was written with another one than the key of this fingerprint. */
    public boolean isAnother(byte[] fingerprint) {
        Optional<byte[]> kept = database.transaction(connection -> Database.first(
                connection, Sql.of("select fingerprint from " + table + " where id = 1"), row -> row.getBytes(1)));
        return kept.isPresent() && !MessageDigest.isEqual(fingerprint, kept.get());
    }

    /** Writes it down, if none is. Of two replicas that are the first ones, one does. */
    public void keep(byte[] fingerprint) {
        database.transaction(connection -> Database.update(
                connection,
                Sql.of(
                        "insert into " + table + " (id, fingerprint) values (1, ?) on conflict do nothing",
                        fingerprint)));
    }
}
