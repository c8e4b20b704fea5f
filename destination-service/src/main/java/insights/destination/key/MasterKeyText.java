package insights.destination.key;

import insights.common.seal.AesGcm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Master keys as they are configured: 32 random bytes in base64. */
final class MasterKeyText {

    private static final String PREFIX = "insights.keys.master-keys.";

    /** The key of application.properties for {@code quarkus:dev}; everybody can read it. */
    private static final byte[] DEVELOPMENT_KEY = "development-only-not-for-real-us".getBytes(StandardCharsets.UTF_8);

    /** Different bytes that every random key has. */
    private static final int LEAST_DIFFERENT = 8;

    private MasterKeyText() {}

    /** The key, of whatever length. @throws IllegalArgumentException when it is not base64 */
    static byte[] decode(String text) {
        return Base64.getDecoder().decode(text.strip());
    }

    /** What is wrong with the keys, none of which is repeated. */
    static List<String> faults(KeysConfig config, boolean isProduction) {
        List<String> faults = new ArrayList<>();
        if (!config.masterKeys().containsKey(config.current())) {
            faults.add(
                    "There is no master key of version %1$d: set insights.keys.master-keys.%1$d to 32 random bytes in base64 (openssl rand -base64 32)."
                            .formatted(config.current()));
        }
        Map<Integer, byte[]> seen = new TreeMap<>();
        new TreeMap<>(config.masterKeys()).forEach((version, text) -> {
            byte[] key;
            try {
                key = decode(text);
            } catch (IllegalArgumentException e) {
                faults.add("%s%d is not base64.".formatted(PREFIX, version));
                return;
            }
            faults.addAll(faults(version, key, isProduction));
            seen.forEach((other, before) -> {
                if (Arrays.equals(before, key)) {
                    faults.add("%1$s%2$d and %1$s%3$d are the same: a new version is a new key."
                            .formatted(PREFIX, other, version));
                }
            });
            seen.put(version, key);
        });
        return faults;
    }

    private static List<String> faults(int version, byte[] key, boolean isProduction) {
        if (key.length != AesGcm.KEY_LENGTH) {
            return List.of(
                    "%s%d has %d bytes; it must have %d.".formatted(PREFIX, version, key.length, AesGcm.KEY_LENGTH));
        }
        if (isProduction && Arrays.equals(key, DEVELOPMENT_KEY)) {
            return List.of(
                    "%s%d is the one for development, which everybody knows: make one with openssl rand -base64 32."
                            .formatted(PREFIX, version));
        }
        return differentBytes(key) < LEAST_DIFFERENT
                ? List.of("%s%d has hardly any different bytes: make one with openssl rand -base64 32."
                        .formatted(PREFIX, version))
                : List.of();
    }

    private static long differentBytes(byte[] key) {
        boolean[] seen = new boolean[1 << Byte.SIZE];
        int different = 0;
        for (byte one : key) {
            int index = Byte.toUnsignedInt(one);
            different += seen[index] ? 0 : 1;
            seen[index] = true;
        }
        return different;
    }
}
