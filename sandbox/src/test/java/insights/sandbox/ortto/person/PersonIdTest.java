package insights.sandbox.ortto.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonIdTest {

    private static final long NOVEMBER_2025 = 1_762_018_918_000L;

    @Test
    void looksLikeTheRecordedOnes() {
        assertThat(PersonId.of(1, NOVEMBER_2025))
                .matches("00690646[0-9a-f]{14}00")
                .hasSize("00690646665c94874b98c100".length());
    }

    @Test
    void leadsBackToTheNumber() {
        Set<String> ids = new HashSet<>();
        for (long number = 1; number < 10_000; number++) {
            String id = PersonId.of(number, NOVEMBER_2025);
            ids.add(id);
            assertThat(PersonId.number(id)).hasValue(number);
        }
        assertThat(ids).hasSize(9_999);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "00", "0069064666zzzzzzzzzzzz00", "11690646665c94874b98c100", "00690646665c94874b98c111"})
    void isNotMadeOfAnythingElse(String text) {
        assertThat(PersonId.number(text)).isEmpty();
    }
}
