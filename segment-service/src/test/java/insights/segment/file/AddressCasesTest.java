package insights.segment.file;

import static insights.segment.file.ReadFile.csv;
import static insights.segment.file.ReadFile.ndjson;
import static org.assertj.core.api.Assertions.assertThat;

import insights.common.address.EmailAddress;
import org.junit.jupiter.api.Test;

/** The case E04: an address that only looks like somebody's must not become theirs on its way in. */
class AddressCasesTest {

    private static final String LOOK_ALIKE = "quac\u212a@example.com";

    @Test
    void aLookAlikeStaysWhatItIsAndIsNoAddress() {
        ReadFile file = csv("profileId,email,city\nk1,quack@example.com,Rome\nk2," + LOOK_ALIKE + ",Rome\n");
        assertThat(file.value("k1", "email")).isEqualTo("quack@example.com");
        assertThat(file.value("k2", "email")).isEqualTo(LOOK_ALIKE);
        ReadFile lines = ndjson("{\"profileId\":\"k2\",\"email\":\"" + LOOK_ALIKE + "\"}\n");
        assertThat(lines.value("k2", "email")).isEqualTo(LOOK_ALIKE);
        assertThat(EmailAddress.parse(LOOK_ALIKE)).isEmpty();
    }

    @Test
    void allElseIsComposedAndStripped() {
        ReadFile file = csv("profileId,email,unit\nk\u212a,\u00a0jose\u0301@example.com\u200b,300 \u212a\n");
        assertThat(file.value("kK", "email")).isEqualTo("jos\u00e9@example.com");
        assertThat(file.value("kK", "unit")).isEqualTo("300 K");
        // Signs that composing leaves alone protect nothing.
        ReadFile note = csv("profileId,note\nn1,\u00a0Kay\u0131t jose\u0301: ann@example.com\n");
        assertThat(note.value("n1", "note")).isEqualTo("Kay\u0131t jos\u00e9: ann@example.com");
    }
}
