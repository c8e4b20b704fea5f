package insights.segment.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileIdTest {

    /** Cases C02, E10. */
    @Test
    void hasOneFormForWhatLooksTheSame() {
        assertThat(ProfileId.canonical("\uFEFF c1\u00a0\u200b\t")).isEqualTo("c1");
        assertThat(ProfileId.canonical("Cafe\u0301")).isEqualTo("Caf\u00e9");
        assertThat(ProfileId.canonical("C1")).isNotEqualTo(ProfileId.canonical("c1"));
        assertThat(ProfileId.canonical(" \u200b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "00123",
                "ann@example.com",
                "a b",
                "ACME/1",
                "...",
                "12E3",
                "1E5",
                "E+15",
                "Fields",
                "é",
                "😀"
            })
    void takesWhatCanBeFoundAgain(String id) {
        assertThat(ProfileId.refusal(id)).isEmpty();
        assertThat(ProfileId.isCanonical(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "fields",
                "1.23E+15",
                "1,23E+15",
                "-1e-7",
                "1.23e15",
                "1,0E9",
                "123E+12",
                "a\u0000b",
                "a\nb",
                "a\u00adb",
                "a\u202eb",
                "a\u200bb",
                "a\u00a0b",
                "\ud800"
            })
    void refusesWhatCouldNot(String id) {
        assertThat(ProfileId.refusal(id)).isPresent();
        assertThat(ProfileId.isCanonical(id)).isFalse();
    }

    @Test
    void countsCharacters() {
        assertThat(ProfileId.refusal("x".repeat(200))).isEmpty();
        assertThat(ProfileId.refusal("x".repeat(201))).isPresent();
    }
}
