package insights.segment.erasure;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.common.start.SecretText;
import insights.common.start.StartCheck;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.List;

/**
 * The key of the {@link Fingerprints}. With another one over the same database everybody who was erased would be imported
 * again, and everybody who opted out would be sent: the service does not start then.
 */
@Singleton
public class ErasureKey implements StartCheck {

    private static final String NAME = "insights.erasure.key";
    private static final String WELL_KNOWN = "not-a-secret-only-for-development-and-tests";

    private final ErasureConfig config;
    private final SecretText secrets;
    private final Database database;

    ErasureKey(ErasureConfig config, SecretText secrets, Database database) {
        this.config = config;
        this.secrets = secrets;
        this.database = database;
    }

    @Override
    public List<String> faults() {
        List<String> faults = secrets.faults(NAME, WELL_KNOWN);
        return faults.isEmpty() && isAnother(fingerprints().ofKey())
                ? List.of(NAME
                        + " is not the key that this database was written with: people who were erased or opted out"
                        + " would not be recognised; give the key that was used before (docs/operations.md, The erasure"
                        + " key).")
                : faults;
    }

    /** For one thread. */
    public Fingerprints fingerprints() {
        return new Fingerprints(config.key().orElseThrow());
    }

    /** Of two replicas that are the first ones, one writes it down and the other compares. */
    boolean isAnother(byte[] mine) {
        return database.transaction(connection -> {
            Database.update(
                    connection,
                    Sql.of("insert into erasure_key (id, fingerprint) values (1, ?) on conflict do nothing", mine));
            byte[] kept = Database.first(
                            connection,
                            Sql.of("select fingerprint from erasure_key where id = 1"),
                            row -> row.getBytes(1))
                    .orElseThrow();
            return !MessageDigest.isEqual(mine, kept);
        });
    }
}
