package insights.common.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAddressTest {

    private static final String[] PIECES = {
        "a",
        "Z",
        "q",
        "7",
        "0",
        ".",
        "-",
        "_",
        "+",
        "@",
        "..",
        "--",
        "xn--",
        "ann",
        "example",
        ".com",
        ".example",
        ".c",
        ".1",
        "'",
        "%",
        " ",
        "é",
        "İ",
        "\u200b",
        "\u212a",
        "localhost",
        "123",
        "a".repeat(63),
        "b".repeat(64),
        "c1".repeat(40)
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com",
                "Ann.O-Brien+news_1@Mail.Example-Shop.CO.UK",
                "1@2.example",
                "x@sub.domain.example.com"
            })
    void areMost(String text) {
        assertThat(PlainAddress.isOne(text)).isTrue();
    }

    @Test
    void areWhatTheLongWaySaysOfThem() {
        Random random = new Random(20261127);
        int plain = 0;
        for (int round = 0; round < 400_000; round++) {
            String text = text(random, 1 + random.nextInt(4)) + '@' + text(random, 1 + random.nextInt(4));
            if (PlainAddress.isOne(text)) {
                plain++;
                Optional<EmailAddress> address = EmailAddress.parseAnyKind(text);
                assertThat(address).as(text).isPresent();
                assertThat(EmailAddress.parse(text).orElseThrow())
                        .as(text)
                        .returns(address.get().sent(), EmailAddress::sent)
                        .returns(address.get().canonical(), EmailAddress::canonical);
            }
        }
        assertThat(plain).isGreaterThan(1_000);
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            // The plain ones more often: of any three pieces one would be odd.
            text.append(PIECES[random.nextInt(3) == 0 ? random.nextInt(PIECES.length) : random.nextInt(17)]);
        }
        return text.toString();
    }
}
