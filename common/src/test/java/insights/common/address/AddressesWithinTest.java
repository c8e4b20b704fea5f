package insights.common.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writings of an address that are none, or another one's, and that an opt-out must hold for nevertheless. */
class AddressesWithinTest {

    /** What overflows the stack does so with a tenth of it; what takes the square of the length takes longer than is waited. */
    private static final int MANY = 20_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email=ann+x@example.com",
                "E-Mail: ann+x@example.com",
                "SMTP=ann+x@example.com",
                "ann%2Bx@example.com",
                "ann%2bx%40example.com",
                "-ann+x@example.com",
                "_ann+x@example.com_",
                "'ann+x@example.com",
                "ann+x@example.com—",
                "ann+x@example.com_OLD",
                "ann+x@example .com",
                "ann+x @ example. com",
                "\u2033ann+x@example.com\u2033",
                "ann+x\ufe0f@example.com",
                "ann\ufe0f+x@exam\ufe0fple.com"
            })
    void seesTheAddress(String writing) {
        assertThat(EmailAddress.within(writing).stream().map(EmailAddress::canonical))
                .contains("ann+x@example.com");
        assertThat(EmailAddress.mayBeWithin(writing)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ann&amp;bob@example.com,ann&bob@example.com", "a%26b@example.com,a&b@example.com"})
    void seesWhatWebPagesAndLinksWriteOtherwise(String writing, String address) {
        assertThat(EmailAddress.within(writing).stream().map(EmailAddress::canonical))
                .contains(address);
    }

    /** As spreadsheets write lists in capitals, Turkish ones too. */
    @ParameterizedTest
    @CsvSource({
        "AL\u0130.VEL\u0130@EXAMPLE.COM,ali.veli@example.com",
        "ALI\u0307@EXAMPLE.COM,ali@example.com",
        "Al\u0131@Gma\u0131l.com,ali@gmail.com",
        "AL\u0130@GMA\u0130L.COM,ali@gmail.com",
        "'Ali <AL\u0130@EXAMPLE.COM>; x',ali@example.com",
        "J\u00d6RG2@EXAMPLE.COM,j\u00f6rg2@example.com",
        "\u0410\u041d\u041d\u0410@example.com,\u0430\u043d\u043d\u0430@example.com"
    })
    void seesWhatCapitalsWereMadeOf(String writing, String address) {
        assertThat(EmailAddress.within(writing).stream().map(EmailAddress::canonical))
                .contains(address);
        assertThat(EmailAddress.parse(address).orElseThrow().canonical()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o'neil@example.com",
                "a+b@example.com",
                "x.y@example.com",
                "q_r@example.com",
                "k=l@example.com",
                "x-y@example.com",
                "tomail@example.com"
            })
    void seesNobodyElseInAnAddress(String address) {
        assertThat(EmailAddress.within(address).stream().map(EmailAddress::canonical))
                .containsExactly(address);
    }

    /** The end of what is hidden is another person's address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "j*****n@example.com",
                "x1***@example.com",
                "Ann <j.**n@example.com>",
                "x@y.example; j\u2022\u2022\u2022n@example.com",
                "'j\u25cf\u25cfn@example.com'"
            })
    void seesNobodyBehindAMask(String text) {
        assertThat(EmailAddress.within(text).stream().map(EmailAddress::canonical))
                .noneMatch(address -> address.endsWith("@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**ann@example.com**",
                "Mail: **ann@example.com**",
                "x@y.example**ann@example.com",
                "Ann Smith**ann@example.com",
                "x@y.example\u2022\u2022ann@example.com",
                "\u00b7\u00b7 ann@example.com"
            })
    void seesTheAddressBesideAsterisks(String text) {
        assertThat(EmailAddress.within(text).stream().map(EmailAddress::canonical))
                .contains("ann@example.com");
    }

    /** With no sign of an address in them, so that only a column of addresses has them looked at. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann+x at example.com",
                "ann+x AT example dot com",
                "ann+x@example..com",
                "me at work: ann+x@example.com",
                "ann+x chiocciola example punto com"
            })
    void seesTheAddressInWords(String writing) {
        assertThat(EmailAddress.within(writing).stream().map(EmailAddress::canonical))
                .contains("ann+x@example.com");
    }

    /** As people fill forms, and programs write lists: what is repeated without end, and an address after it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@", "%40", "&#64;", "(at)", ".", "a.", "@a.", "@a_", "@a,", "x@a.", "-", "'", " ", "(dot)", "to:",
                "&amp;", "%", "=", "[at](.)", " at ", " dot ", "..", "a@b.co "
            })
    void readsAnyLengthOfAnything(String repeated) {
        for (String text :
                List.of(repeated.repeat(MANY), repeated.repeat(MANY) + "x", "x@" + repeated.repeat(MANY) + "com")) {
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> EmailAddress.within(text));
        }
        assertThat(EmailAddress.within(repeated.repeat(3_000) + " ann@example.com").stream()
                        .map(EmailAddress::canonical))
                .contains("ann@example.com");
    }
}
