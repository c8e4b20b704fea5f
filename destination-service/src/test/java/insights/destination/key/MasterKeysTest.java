package insights.destination.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which master keys a service starts with. */
class MasterKeysTest {

    private static final String KEY = key("the master key of the tests, 32b");
    private static final String DEVELOPMENT = key("development-only-not-for-real-us");

    @Test
    void takesRandomOnes() {
        assertThat(faults(Map.of(1, KEY, 2, key("another master key of the tests2"))))
                .isEmpty();
    }

    @Test
    void refusesKeysThatAreTooShort() {
        assertThat(faults(Map.of(1, "c2hvcnQ=")))
                .containsExactly("insights.keys.master-keys.1 has 5 bytes; it must have 32.");
    }

    @Test
    void refusesKeysThatAreNoBase64WithoutRepeatingThem() {
        assertThat(faults(Map.of(1, "not base64 at all")))
                .containsExactly("insights.keys.master-keys.1 is not base64.");
    }

    @Test
    void refusesToWorkWithoutTheCurrentOne() {
        assertThat(faults(Map.of(2, KEY))).singleElement().asString().contains("There is no master key of version 1");
    }

    /** Case P06. */
    @Test
    void refusesVersionsThatAreTheSame() {
        assertThat(faults(Map.of(1, KEY, 2, KEY)))
                .containsExactly(
                        "insights.keys.master-keys.1 and insights.keys.master-keys.2 are the same: a new version is a new key.");
    }

    @Test
    void refusesWhatIsNotRandomAndSaysEverythingAtOnce() {
        assertThat(faults(Map.of(1, key("a".repeat(32)), 2, "c2hvcnQ=")))
                .containsExactly(
                        "insights.keys.master-keys.1 has hardly any different bytes: make one with openssl rand -base64 32.",
                        "insights.keys.master-keys.2 has 5 bytes; it must have 32.");
    }

    @Test
    void refusesTheOneForDevelopmentInProductionOnly() {
        assertThat(faults(Map.of(1, DEVELOPMENT))).singleElement().asString().contains("the one for development");
        assertThat(MasterKeyText.faults(TestMasterKeys.config(1, Map.of(1, DEVELOPMENT)), false))
                .isEmpty();
    }

    private static List<String> faults(Map<Integer, String> keys) {
        return MasterKeyText.faults(TestMasterKeys.config(1, keys), true);
    }

    private static String key(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
