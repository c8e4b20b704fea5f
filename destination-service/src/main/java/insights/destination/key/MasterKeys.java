package insights.destination.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Wraps data keys with the master keys of the configuration. A wrapped key is bound to what it belongs to, so it cannot
 * be moved to another row.
 */
@ApplicationScoped
class MasterKeys {

    private final Map<Integer, byte[]> keys = new HashMap<>();
    private final int current;
    private final SecureRandom random = new SecureRandom();

    MasterKeys(KeysConfig config) {
        current = config.current();
        config.masterKeys().forEach((version, text) -> keys.put(version, decode(version, text)));
        if (!keys.containsKey(current)) {
            throw new IllegalStateException(
                    "There is no master key of version %1$d: set insights.keys.master-keys.%1$d to 32 random bytes in base64 (openssl rand -base64 32)."
                            .formatted(current));
        }
    }

    int current() {
        return current;
    }

    WrappedKey wrap(byte[] dataKey, String owner) {
        return new WrappedKey(current, AesGcm.seal(keys.get(current), dataKey, associated(owner), random));
    }

    byte[] unwrap(WrappedKey wrapped, String owner) {
        byte[] key = keys.get(wrapped.masterKeyVersion());
        if (key == null) {
            throw new IllegalStateException("There is no master key of version %d, which the database still needs."
                    .formatted(wrapped.masterKeyVersion()));
        }
        return AesGcm.open(key, wrapped.wrappedKey(), associated(owner));
    }

    /** The same data key under the current master key. */
    WrappedKey rewrap(WrappedKey wrapped, String owner) {
        return wrap(unwrap(wrapped, owner), owner);
    }

    boolean holds(byte[] key) {
        return keys.values().stream().anyMatch(each -> Arrays.equals(each, key));
    }

    private static byte[] associated(String owner) {
        return ("data-key of " + owner).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decode(int version, String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Master key %d is not base64.".formatted(version));
        }
        if (key.length != AesGcm.KEY_LENGTH) {
            throw new IllegalStateException(
                    "Master key %d has %d bytes; it must have %d.".formatted(version, key.length, AesGcm.KEY_LENGTH));
        }
        return key;
    }
}
