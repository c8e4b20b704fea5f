package insights.segment.erasure;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The key of the {@link Fingerprints}. With another one over the same database everybody who was erased would be imported
 * again, and everybody who opted out would be sent: the service does not start then.
 */
@Singleton
@Startup
public class ErasureKey {

    private static final int MIN_KEY = 32;

    private final ErasureConfig config;
    private final Database database;

    ErasureKey(ErasureConfig config, Database database) {
        this.config = config;
        this.database = database;
    }

    @PostConstruct
    void check() {
        if (config.key().length() < MIN_KEY) {
            throw new IllegalStateException("insights.erasure.key is shorter than " + MIN_KEY
                    + " characters: give a random text that is longer");
        }
        database.transaction(connection -> {
            refuseAnother(connection, fingerprints().ofKey());
            return null;
        });
    }

    /** For one thread. */
    public Fingerprints fingerprints() {
        return new Fingerprints(config.key());
    }

    /** Of two replicas that are the first ones, one writes it down and the other compares. */
    private static void refuseAnother(Connection connection, byte[] mine) throws SQLException {
        Database.update(
                connection,
                Sql.of("insert into erasure_key (id, fingerprint) values (1, ?) on conflict do nothing", mine));
        byte[] kept = Database.first(
                        connection, Sql.of("select fingerprint from erasure_key where id = 1"), row -> row.getBytes(1))
                .orElseThrow();
        if (!MessageDigest.isEqual(mine, kept)) {
            throw new IllegalStateException(
                    "insights.erasure.key is not the key that this database was written with:"
                            + " people who were erased or opted out would not be recognised; give the key that was used before");
        }
    }
}
