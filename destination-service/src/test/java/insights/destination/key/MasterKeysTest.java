package insights.destination.key;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MasterKeysTest {

    @Test
    void refusesKeysThatAreTooShort() {
        refused(Map.of(1, "c2hvcnQ="), "Master key 1 has 5 bytes; it must have 32.");
    }

    @Test
    void refusesKeysThatAreNoBase64WithoutRepeatingThem() {
        refused(Map.of(1, "not base64 at all"), "Master key 1 is not base64.");
    }

    @Test
    void refusesToWorkWithoutTheCurrentOne() {
        refused(Map.of(), "There is no master key of version 1");
    }

    private static void refused(Map<Integer, String> keys, String message) {
        assertThatThrownBy(() -> TestMasterKeys.of(1, keys))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }
}
