package insights.common.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    /** Case E01. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.com",
                "o'connor@example.com",
                "ann+news@example.com",
                "Ann.O'Brien+x@Example.COM",
                "ann%example.com@relay.example",
                "ann/dept=x@example.com",
                "=cmd@example.com",
                "x@sub.domain.example.com",
                "1234567890@example.com",
                "a*b*@example.com",
                "{!#$%&'*+-/=?^_`|}~@example.com",
                "josé54@example.com",
                "почта@example.com",
                "田中ひろし@example.com",
                "quack@example.com",
                "ann@xn--bcher-kva.example",
                "Ann@XN--BCHER-KVA.Example",
                "ann@a--b.example",
                "ann@1.example"
            })
    void sendsAddressesAsTheyWereWritten(String text) {
        assertThat(EmailAddress.parse(text))
                .hasValueSatisfying(address -> assertThat(address.sent()).isEqualTo(text));
    }

    /** Case E09. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "NULL",
            value = {
                "Ann.O'Brien+x@Example.COM,ann.o'brien+x@example.com",
                "info@bücher.example,info@xn--bcher-kva.example",
                "info@BÜCHER.example,info@xn--bcher-kva.example",
                "info@bu\u0308cher.example,info@xn--bcher-kva.example",
                "Info@XN--BCHER-KVA.example,info@xn--bcher-kva.example",
                "info@straße.example,info@xn--strae-oqa.example",
                "ann@\ud83d\ude00.example,ann@xn--e28h.example",
                "jose\u030154@example.com,josé54@example.com",
                "JOSÉ@example.com,josÉ@example.com",
                "ann@例え.テスト,ann@xn--r8jz45g.xn--zckzah"
            })
    void knowsOneAddressInAllItsSpellings(String text, String canonical) {
        EmailAddress address = EmailAddress.parse(text).orElseThrow();
        assertThat(address.canonical()).isEqualTo(canonical);
        assertThat(address).isEqualTo(EmailAddress.parse(canonical).orElseThrow());
        assertThat(EmailAddress.parse(address.sent())).contains(address);
    }

    @Test
    void sendsInternationalisedDomainsInAscii() {
        assertThat(EmailAddress.parse("Info@bücher.Example").orElseThrow().sent())
                .isEqualTo("Info@xn--bcher-kva.example");
    }

    /** Case E06. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0ann@example.com\u00a0", "\u200bann@example.com", "ann@example.com\u200b",
                        "\ufeffann@example.com",
                "\u202eann@example.com", "\u202aann@example.com\u202c", "\tann@example.com\r\n",
                        "\u3000ann@example.com\u00ad",
                "ann@example.com\u200d"
            })
    void takesAwayWhatCannotBeSeenAround(String text) {
        assertThat(EmailAddress.parse(text).orElseThrow().sent()).isEqualTo("ann@example.com");
    }

    /** Cases E06, E07. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ann",
                "ann@",
                "@example.com",
                "ann@@example.com",
                "a@b@example.com",
                "ann@exam\u00adple.com",
                "a\u200bnn@example.com",
                "a\u202enn@example.com",
                "a\u00a0nn@example.com",
                "ann\u200d@example.com",
                "ann@example.com.",
                "ann@example.com;",
                "ann@example.com,",
                ".ann@example.com",
                "ann.@example.com",
                "a..b@example.com",
                "ann@example",
                "ann@localhost",
                "mailto:ann@example.com",
                "Ann Smith <ann@example.com>",
                "<ann@example.com>",
                "ann@example.com <ann@example.com>",
                "ann@example.com; bob@example.com",
                "ann@example.com,bob@example.com",
                "ann@example.com bob@example.com",
                "ann@example.com/bob@example.com",
                "ann(home)@example.com",
                "ann@(home)example.com",
                "ann@example.com(home)",
                "\"ann smith\"@example.com",
                "\"ann\"@example.com",
                "ann\\@example.com",
                "ann@[192.0.2.1]",
                "ann@192.0.2.1",
                "ann@[IPv6:2001:db8::1]",
                "ann@example\uff0ecom",
                "ann@example\u3002com",
                "ann\uff20example.com",
                "ann@-example.com",
                "ann@example-.com",
                "ann@ex_ample.com",
                "ann@example.c",
                "ann@example.123",
                "ann@example.1a",
                "ann@example.com\tx",
                "ann @example.com",
                "ann@ example.com",
                "'ann@example.com'",
                "ann\u2019s@example.com",
                "\ud83d\ude00@example.com",
                "@a.example,@b.example:ann@example.com",
                "ann@example..com",
                "ann@example.com\u0000",
                "x1***@example.com",
                "j*****n@example.com",
                "**@example.com",
                "j\u2022\u2022n@example.com",
                "ann@xn--a.example",
                "ann@xn--.example",
                "ann@e\u0301\u0301.-x"
            })
    void takesNothingElseForOne(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    /** Case E04. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "quac\u212a@example.com", "\u0130nfo@example.com", "\u0131nfo@example.com", "\u017fam@example.com",
                "\u0430nn@example.com", "ann\u1fef@example.com", "\uff41nn@example.com", "o\ufb03ce@example.com",
                "a\u03bfn@example.com"
            })
    void takesNoLetterForAnother(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    /** Case E15. */
    @Test
    void isAsLongAsMailSystemsTake() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.com")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(EmailAddress.parse("é".repeat(32) + "@example.com")).isPresent();
        assertThat(EmailAddress.parse("é".repeat(33) + "@example.com")).isEmpty();
        String domain = "@" + ("d".repeat(60) + ".").repeat(4) + "com";
        assertThat(EmailAddress.parse("a".repeat(254 - domain.length()) + domain))
                .isPresent();
        assertThat(EmailAddress.parse("a".repeat(255 - domain.length()) + domain))
                .isEmpty();
        assertThat(EmailAddress.parse("ann@" + "d".repeat(63) + ".com")).isPresent();
        assertThat(EmailAddress.parse("ann@" + "d".repeat(64) + ".com")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = '#',
            value = {
                "Ann <ann@example.com>#ann@example.com",
                "<ann@example.com>#ann@example.com",
                "mailto:ann@example.com#ann@example.com",
                "'ann@example.com'#ann@example.com",
                "\"ann@example.com\"#ann@example.com",
                "ann@example.com.#ann@example.com",
                "ann@example.com;#ann@example.com",
                "ann@exam\u00adple.com#ann@example.com",
                "quac\u212a@example.com#quack@example.com",
                "a@example.com; B@example.com#a@example.com b@example.com",
                "a@example.com,a@example.com#a@example.com",
                "o'connor@example.com#o'connor@example.com",
                "ann @example.com#ann@example.com",
                "ann@ example.com#ann@example.com",
                "ann\uff20example.com#ann@example.com",
                "ann@example\uff0ecom#ann@example.com",
                "a@example.com/b@example.com#a@example.com b@example.com",
                "ann@example.com*#ann@example.com",
                "&lt;ann@example.com&gt;#ann@example.com",
                "ann@example.com&nbsp;#ann@example.com",
                "ann@example.com、bob@example.com#ann@example.com bob@example.com",
                "ann@example,com#ann@example.com",
                "http://ann@example.com#//ann@example.com ann@example.com",
                "mailto:ann@example.com?subject=x#ann@example.com",
                "mailto:ann%40example.com#ann@example.com",
                "“ann@example.com”#ann@example.com",
                "„ann@example.com“#ann@example.com",
                "«ann@example.com»#ann@example.com",
                "‘ann@example.com’#ann@example.com",
                "ann&commat;example.com#ann@example.com",
                "\"ann\"@example.com#ann@example.com",
                "ann(at)example.com#ann@example.com",
                "ann [at] example [dot] com#ann@example.com",
                "ann {AT} example.com#ann@example.com",
                "ann(chiocciola)example(punto)com#ann@example.com",
                "ann@@example.com#ann@example.com",
                "%3Cann@example.com%3E#ann@example.com",
                "ann%2Bx%40example.com#ann+x@example.com",
                "＜ann@example.com＞#ann@example.com",
                "ann@example.com…#ann@example.com",
                "•ann@example.com#ann@example.com",
                "\uff41nn@example.com#ann@example.com",
                "ann@mail,example.com#ann@mail.example.com",
                "nobody#||"
            })
    void findsWhomADamagedTextMayMean(String text, String found) {
        assertThat(EmailAddress.within(text).stream().map(EmailAddress::canonical))
                .containsExactly(found.isEmpty() ? new String[0] : found.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann&#64;example.com", "ann&#x40;example.com", "&#60;ann&#064;example.com&#62;"})
    void findsWhomTheSourceOfAWebPageMeans(String text) {
        assertThat(EmailAddress.within(text).stream().map(EmailAddress::canonical))
                .containsExactly("ann@example.com");
        assertThat(EmailAddress.mayBeWithin(text)).isTrue();
    }

    @Test
    void takesAnyTextWithoutAnError() {
        String pieces = "ab@@..-_'\"<>();:, "
                + "\t\u00a0\u200b\u00ad\u202eéE\u0301\u212a\u0131ß\u3002\uff0e\ud83d\ude00xn--1\\[]\u0000";
        Random random = new Random(16);
        int valid = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            if (random.nextBoolean()) {
                text.append("@example.com");
            }
            var address = EmailAddress.parse(text.toString());
            if (address.isPresent()) {
                valid++;
                EmailAddress sent = EmailAddress.parse(address.get().sent()).orElseThrow();
                assertThat(sent.canonical()).isEqualTo(address.get().canonical());
                assertThat(EmailAddress.parse(sent.canonical())).contains(sent);
            }
            assertThat(EmailAddress.within(text.toString())).isNotNull();
        }
        assertThat(valid).isGreaterThan(1_000);
    }

    @Test
    void isNotPrinted() {
        assertThat(EmailAddress.parse("ann@example.com").orElseThrow().toString())
                .doesNotContain("ann");
    }
}
