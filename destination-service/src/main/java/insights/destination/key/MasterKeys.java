package insights.destination.key;

import insights.common.seal.AesGcm;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
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
        config.masterKeys().forEach((version, text) -> keys.put(version, MasterKeyText.decode(text)));
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
            throw new MissingMasterKeyException(wrapped.masterKeyVersion());
        }
        return AesGcm.open(key, wrapped.wrappedKey(), associated(owner));
    }

    /** The same data key under the current master key. */
    WrappedKey rewrap(WrappedKey wrapped, String owner) {
        return wrap(unwrap(wrapped, owner), owner);
    }

    private static byte[] associated(String owner) {
        return ("data-key of " + owner).getBytes(StandardCharsets.UTF_8);
    }
}
