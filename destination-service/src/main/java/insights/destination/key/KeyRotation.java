package insights.destination.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Brings all data keys under the current master key, a few at a time: each step is a short transaction of its own, so
 * that it can be interrupted anywhere, and the keys stay readable throughout. It goes up only: while a new version is
 * rolled out, replicas that do not know yet that it is the current one leave alone what others have rotated.
 */
@ApplicationScoped
class KeyRotation {

    private final ApiKeyRepository keys;
    private final Fingerprints fingerprints;
    private final MasterKeys masterKeys;

    KeyRotation(ApiKeyRepository keys, Fingerprints fingerprints, MasterKeys masterKeys) {
        this.keys = keys;
        this.fingerprints = fingerprints;
        this.masterKeys = masterKeys;
    }

    /** Rotates some keys and tells how many: none when there is nothing left to do, or others are at it. */
    @Transactional
    int rotateSome(int most) {
        List<ApiKeyEntity> outdated = keys.lockOutdated(masterKeys.current(), most);
        outdated.forEach(key -> key.dataKey = masterKeys.rewrap(key.dataKey, key.connectionId.toString()));
        return outdated.size();
    }

    /** Rotates the key of the fingerprints, and tells whether there was anything to do. */
    boolean rotateFingerprints() {
        return fingerprints.rotate();
    }

    /** Whether the current master key is the only one that the database needs. */
    @Transactional
    boolean isThrough() {
        return keys.countOthers(masterKeys.current()) == 0;
    }

    int current() {
        return masterKeys.current();
    }
}
