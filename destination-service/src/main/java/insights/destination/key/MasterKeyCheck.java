package insights.destination.key;

import insights.common.seal.CannotOpenException;
import insights.common.start.Settings;
import insights.common.start.StartCheck;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lets the service start only with master keys that are real, and that open what the database holds. */
@ApplicationScoped
class MasterKeyCheck implements StartCheck {

    private final KeysConfig config;
    private final Settings settings;
    private final MasterKeys masterKeys;
    private final Fingerprints fingerprints;
    private final ApiKeyRepository keys;

    MasterKeyCheck(
            KeysConfig config,
            Settings settings,
            MasterKeys masterKeys,
            Fingerprints fingerprints,
            ApiKeyRepository keys) {
        this.config = config;
        this.settings = settings;
        this.masterKeys = masterKeys;
        this.fingerprints = fingerprints;
        this.keys = keys;
    }

    @Override
    public List<String> faults() {
        List<String> faults = MasterKeyText.faults(config, settings.isProduction());
        return faults.isEmpty() ? opening(this::open) : faults;
    }

    @Override
    public List<String> settle() {
        return opening(fingerprints::load);
    }

    private static List<String> opening(Runnable action) {
        try {
            QuarkusTransaction.requiringNew().run(action);
            return List.of();
        } catch (CannotOpenException e) {
            return List.of("The configured master key is not the one that this database was written with"
                    + " (docs/operations.md, Restoring).");
        } catch (MissingMasterKeyException e) {
            return List.of(e.getMessage());
        }
    }

    private void open() {
        fingerprints.open();
        keys.oneOfEachMasterKey().forEach(key -> masterKeys.unwrap(key.dataKey, key.connectionId.toString()));
    }
}
