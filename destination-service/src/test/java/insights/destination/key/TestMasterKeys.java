package insights.destination.key;

import insights.common.seal.AesGcm;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Master keys that differ by their version. */
final class TestMasterKeys {

    private TestMasterKeys() {}

    static MasterKeys current(int current, int... versions) {
        return of(
                current,
                Arrays.stream(versions).boxed().collect(Collectors.toMap(version -> version, TestMasterKeys::key)));
    }

    static MasterKeys of(int current, Map<Integer, String> keys) {
        return new MasterKeys(config(current, keys));
    }

    static KeysConfig config(int current, Map<Integer, String> keys) {
        return new KeysConfig() {
            @Override
            public int current() {
                return current;
            }

            @Override
            public Map<Integer, String> masterKeys() {
                return keys;
            }
        };
    }

    private static String key(int version) {
        byte[] key = new byte[AesGcm.KEY_LENGTH];
        Arrays.fill(key, (byte) version);
        return Base64.getEncoder().encodeToString(key);
    }
}
