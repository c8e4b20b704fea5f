package insights.destination.key;

import insights.common.seal.AesGcm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes of API keys (HMAC-SHA-256). Their key is random, made once per database and wrapped like any data key:
 * fingerprints stay comparable when the master key is rotated.
 */
@ApplicationScoped
class Fingerprints {

    private static final String OWNER = "fingerprints";

    private final EntityManager database;
    private final MasterKeys masterKeys;
    private final SecureRandom random = new SecureRandom();
    private volatile byte[] key;

    Fingerprints(EntityManager database, MasterKeys masterKeys) {
        this.database = database;
        this.masterKeys = masterKeys;
    }

    byte[] of(Secret secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }

    /** Tries whether the key can be opened, if there is one. */
    void open() {
        FingerprintKeyEntity row = database.find(FingerprintKeyEntity.class, FingerprintKeyEntity.ONLY);
        if (row != null) {
            masterKeys.unwrap(row.key, OWNER);
        }
    }

    /** Reads the key, or makes it in a new database. Several services that start at once agree on the first one. */
    @Transactional
    void load() {
        WrappedKey fresh = masterKeys.wrap(AesGcm.newKey(random), OWNER);
        database.createNativeQuery("""
                        insert into fingerprint_key (id, master_key_version, wrapped_key)
                        values (:id, :version, :wrapped) on conflict do nothing""")
                .setParameter("id", FingerprintKeyEntity.ONLY)
                .setParameter("version", fresh.masterKeyVersion())
                .setParameter("wrapped", fresh.wrappedKey())
                .executeUpdate();
        key = masterKeys.unwrap(database.find(FingerprintKeyEntity.class, FingerprintKeyEntity.ONLY).key, OWNER);
    }

    /** Wraps the key with the current master key if it is not yet. */
    @Transactional
    boolean rotate() {
        FingerprintKeyEntity row =
                database.find(FingerprintKeyEntity.class, FingerprintKeyEntity.ONLY, LockModeType.PESSIMISTIC_WRITE);
        // None yet: another service is just starting in a new database.
        if (row == null || row.key.masterKeyVersion() >= masterKeys.current()) {
            return false;
        }
        row.key = masterKeys.rewrap(row.key, OWNER);
        return true;
    }
}
