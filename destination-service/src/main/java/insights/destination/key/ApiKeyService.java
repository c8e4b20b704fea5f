package insights.destination.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;

/** Keeps one API key per connection, encrypted. */
@ApplicationScoped
public class ApiKeyService {

    private final ApiKeyRepository keys;
    private final Envelope envelope;
    private final Fingerprints fingerprints;

    ApiKeyService(ApiKeyRepository keys, Envelope envelope, Fingerprints fingerprints) {
        this.keys = keys;
        this.envelope = envelope;
        this.fingerprints = fingerprints;
    }

    /** Whether a connection other than this one (null: any at all) holds the key. */
    @Transactional
    public boolean isUsedByAnother(Secret key, UUID connectionId) {
        return keys.isUsedByAnother(fingerprints.of(key), connectionId);
    }

    /** Whether it is the key that the connection has. */
    @Transactional
    public boolean holds(UUID connectionId, Secret key) {
        byte[] fingerprint = fingerprints.of(key);
        return keys.findByIdOptional(connectionId)
                .filter(row -> MessageDigest.isEqual(row.fingerprint, fingerprint))
                .isPresent();
    }

    /** Stores the key in place of the one before. */
    @Transactional
    public void store(UUID connectionId, Secret key) {
        ApiKeyEntity row = keys.findById(connectionId, LockModeType.PESSIMISTIC_WRITE);
        boolean isNew = row == null;
        if (isNew) {
            row = new ApiKeyEntity();
            row.connectionId = connectionId;
        }
        Envelope.Sealed sealed = envelope.seal(connectionId, key);
        row.dataKey = sealed.dataKey();
        row.sealed = sealed.bytes();
        row.fingerprint = fingerprints.of(key);
        if (isNew) {
            keys.persist(row);
        }
    }

    /** The key in clear. Give it to nobody but the destination and export-service. */
    @Transactional
    public Optional<Secret> reveal(UUID connectionId) {
        return keys.findByIdOptional(connectionId)
                .map(row -> envelope.open(connectionId, new Envelope.Sealed(row.dataKey, row.sealed)));
    }

    /** What tells the stored key from those before it. It is no secret. */
    @Transactional
    public Optional<String> id(UUID connectionId) {
        return keys.findByIdOptional(connectionId).map(ApiKeyEntity::id);
    }

    /** Destroys the key with its data key: nothing that stays in the database opens it. */
    @Transactional
    public void destroy(UUID connectionId) {
        keys.deleteById(connectionId);
    }
}
