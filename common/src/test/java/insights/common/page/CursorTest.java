package insights.common.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.common.problem.HttpProblem;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void bringsBackWhatWentIn() {
        UUID id = UUID.randomUUID();
        assertThat(Cursor.id(Cursor.encode(id.toString()))).isEqualTo(id);
        assertThat(Cursor.decode(Cursor.encode("Ünï / 😀"))).isEqualTo("Ünï / 😀");
        assertThat(Cursor.encode("Ünï / 😀?>")).matches(Cursor.PATTERN);
        assertThat(Cursor.decode("")).isNull();
        assertThat(Cursor.decode(null)).isNull();
    }

    /** The last two would be understood by Java's decoder: with padding, and with a key that has U+0000 in it. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "Y+==", "a b", "\u0000", "YQ==", "AAAA"})
    void refusesWhatIsNoneOfOurs(String after) {
        assertThatThrownBy(() -> Cursor.decode(after))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("next");
    }
}
