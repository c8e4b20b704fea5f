package insights.destination.key;

import insights.common.seal.AesGcm;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Envelope encryption: every API key has a random data key of its own, and only that is encrypted with the master key.
 * So a rotation leaves the API keys alone, and without its row an API key is gone.
 */
@ApplicationScoped
class Envelope {

    /** An API key as it is stored. */
    record Sealed(WrappedKey dataKey, byte[] bytes) {}

    private final MasterKeys masterKeys;
    private final SecureRandom random = new SecureRandom();

    Envelope(MasterKeys masterKeys) {
        this.masterKeys = masterKeys;
    }

    Sealed seal(UUID connectionId, Secret secret) {
        byte[] dataKey = AesGcm.newKey(random);
        byte[] plain = secret.reveal().getBytes(StandardCharsets.UTF_8);
        return new Sealed(
                masterKeys.wrap(dataKey, connectionId.toString()),
                AesGcm.seal(dataKey, plain, associated(connectionId), random));
    }

    Secret open(UUID connectionId, Sealed sealed) {
        byte[] dataKey = masterKeys.unwrap(sealed.dataKey(), connectionId.toString());
        byte[] plain = AesGcm.open(dataKey, sealed.bytes(), associated(connectionId));
        return new Secret(new String(plain, StandardCharsets.UTF_8));
    }

    private static byte[] associated(UUID connectionId) {
        return ("api-key of " + connectionId).getBytes(StandardCharsets.UTF_8);
    }
}
