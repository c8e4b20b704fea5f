package insights.segment.erasure;

import insights.common.sql.Database;
import insights.common.start.SecretText;
import insights.common.start.StartCheck;
import insights.common.start.WrittenKey;
import jakarta.inject.Singleton;
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
    private final WrittenKey written;

    ErasureKey(ErasureConfig config, SecretText secrets, Database database) {
        this.config = config;
        this.secrets = secrets;
        this.written = new WrittenKey(database, "erasure_key");
    }

    @Override
    public List<String> faults() {
        List<String> faults = secrets.faults(NAME, WELL_KNOWN);
        return faults.isEmpty() && written.isAnother(fingerprints().ofKey())
                ? List.of(NAME
                        + " is not the key that this database was written with: people who were erased or opted out"
                        + " would not be recognised; give the key that was used before (docs/operations.md, The erasure"
                        + " key).")
                : faults;
    }

    @Override
    public List<String> settle() {
        written.keep(fingerprints().ofKey());
        return faults();
    }

    /** For one thread. */
    public Fingerprints fingerprints() {
        return new Fingerprints(config.key().orElseThrow());
    }
}
