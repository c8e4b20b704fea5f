package insights.segment.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikeAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com",
                "a.b+c'd@mail.example.co.uk",
                "1@2.3",
                "a*b*@example.com",
                "x@xn--mnchen-3ya.de",
                "x@münchen.de"
            })
    void knowsWhatLooksLikeOne(String text) {
        assertThat(LikeAddress.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "[redacted]",
                "ann",
                "ann@nowhere",
                "@example.com",
                "a b@example.com",
                "a@b@example.com",
                "a@.com",
                "a@example..com",
                "a@example.com.",
                "a@-example.com",
                "a@example-.com",
                "a@exam ple.com",
                "<a@example.com>",
                "mailto:a@example.com",
                "x1***@example.com",
                "j**@example.com",
                "j\u2022\u2022n@example.com"
            })
    void knowsWhatDoesNot(String text) {
        assertThat(LikeAddress.is(text)).isFalse();
    }
}
