package insights.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\t",
                "\n",
                "\r\n",
                "\u00a0",
                "\u0085",
                "\u00ad",
                "\u034f",
                "\u061c",
                "\u115f",
                "\u1680",
                "\u180e",
                "\u2003",
                "\u200b",
                "\u200c",
                "\u200d",
                "\u200e",
                "\u2028",
                "\u202a",
                "\u202e",
                "\u202f",
                "\u2060",
                "\u2069",
                "\u2800",
                "\u3000",
                "\u3164",
                "\ufe0f",
                "\ufeff",
                "\uffa0",
                "\ud834\udd73",
                "\udb40\udc41"
            })
    void takesAwayWhatCannotBeSeenAtTheEdges(String invisible) {
        assertThat(CleanText.of(invisible + "ann 1" + invisible + invisible)).isEqualTo("ann 1");
        assertThat(CleanText.of(invisible + " " + invisible)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "Ann O'Brien",
                "x\u00a0y",
                "\u0000a\u0000",
                "؀١",
                "日本",
                "\ud83d\ude00",
                "é",
                "-",
                "\ud83d"
            })
    void leavesTheRest(String text) {
        assertThat(CleanText.of(text)).isEqualTo(text);
    }

    @Test
    void composes() {
        assertThat(CleanText.of("Jose\u0301 ")).isEqualTo("José");
        assertThat(CleanText.of("bu\u0308cher")).isEqualTo("bücher");
        assertThat(CleanText.of("\u1112\u1161\u11ab")).isEqualTo("한");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I \u2764\ufe0f",
                "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
                "\u0d28\u0d4d\u200d"
            })
    void leavesWhatGivesTheLastCharacterItsShape(String text) {
        assertThat(CleanText.of("\u200b" + text + "\u200b ")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "00123,false",
                "a b,false",
                "josé,false",
                "😀,false",
                "a;b=c,false",
                "｜,false",
                "a\u00a0b,true",
                "a\u200bb,true",
                "\ufeffa,true",
                "a\u00adb,true",
                "a\u202eb,true",
                "a\u0007b,true",
                "a\u007fb,true",
                "a\u0085b,true",
                "a\u2028b,true",
                "a\u2800b,true",
                "\ud83db,true"
            })
    void findsWhatCannotBeSeen(String text, boolean found) {
        assertThat(CleanText.hasInvisible(text)).isEqualTo(found);
    }

    @Test
    void findsLineBreaks() {
        assertThat(CleanText.hasInvisible("a\nb")).isTrue();
        assertThat(CleanText.hasInvisible("a\tb")).isTrue();
    }

    @Test
    void isTheSameWhenDoneTwice() {
        String[] pieces = {
            "a", " ", "\u200d", "\ufe0f", "é", "e\u0301", "\ud83d\ude00", "\ufeff", "\u0301", "\u2800", "\ud83d"
        };
        java.util.Random random = new java.util.Random(13);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(7); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String once = CleanText.of(text.toString());
            assertThat(CleanText.of(once)).isEqualTo(once);
        }
    }
}
