package insights.common.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

    /** Characters as people count them, not halves of them (D15). */
    @Test
    void aHundredEmojiAreAHundredCharacters() {
        assertThat("😀".repeat(100)).matches(DisplayName.WHOLE);
        assertThat("😀".repeat(101)).doesNotMatch(DisplayName.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "a\u200Bb", "abc\u202Edef", "half \uD83D", "\u0000", "a\uFEFF"})
    void whatNobodySeesIsInNoName(String name) {
        assertThat(name).doesNotMatch(DisplayName.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Città di Milano", "👩\u200D👩\u200D👧", "नि\u200Dक", "=1+1", "a;b"})
    void anythingElseIs(String name) {
        assertThat(name).matches(DisplayName.WHOLE);
    }

    @Test
    void whatLooksTheSameIsTheSame() {
        assertThat(DisplayName.normalized("\u00A0 Citta\u0300\u2003")).isEqualTo("Città");
        assertThat(DisplayName.normalized(" \u3000 ")).isEmpty();
        assertThat(DisplayName.normalized(null)).isNull();
    }
}
