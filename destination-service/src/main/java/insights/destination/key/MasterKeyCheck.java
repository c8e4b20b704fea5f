package insights.destination.key;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;

/** Lets the service start only with master keys that are real, and that open what the database holds. */
@ApplicationScoped
class MasterKeyCheck {

    /** The key of application.properties for {@code quarkus:dev}; everybody can read it. */
    private static final byte[] DEVELOPMENT_KEY = "development-only-not-for-real-us".getBytes(StandardCharsets.UTF_8);

    private final MasterKeys masterKeys;
    private final Fingerprints fingerprints;
    private final ApiKeyRepository keys;

    MasterKeyCheck(MasterKeys masterKeys, Fingerprints fingerprints, ApiKeyRepository keys) {
        this.masterKeys = masterKeys;
        this.fingerprints = fingerprints;
        this.keys = keys;
    }

    @Transactional
    void check(@Observes StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL && masterKeys.holds(DEVELOPMENT_KEY)) {
            throw new IllegalStateException(
                    "The master key is the one for development, which everybody knows: make one with openssl rand -base64 32.");
        }
        try {
            fingerprints.load();
            keys.oneOfEachMasterKey().forEach(key -> masterKeys.unwrap(key.dataKey, key.connectionId.toString()));
        } catch (CannotOpenException e) {
            throw new IllegalStateException(
                    "The configured master key is not the one that this database was written with.", e);
        }
    }
}
