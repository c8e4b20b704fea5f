package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProfileIdsTest {

    /** Among them characters of two UTF-16 units, where Java's own order differs from that of the bytes. */
    private static final List<String> LETTERS =
            List.of("a", "b", "Z", "0", "é", "ß", "\uFFFD", "\uE000", "😀", "𐍈", "-");

    @Test
    void isTheOrderOfUtf8Bytes() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            String a = text(random);
            String b = text(random);
            int bytes = Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
            assertThat(Integer.signum(ProfileIds.ORDER.compare(a, b)))
                    .as("%s against %s", a, b)
                    .isEqualTo(Integer.signum(bytes));
        }
    }

    private static String text(Random random) {
        return Stream.generate(() -> LETTERS.get(random.nextInt(LETTERS.size())))
                .limit(random.nextInt(4))
                .collect(Collectors.joining());
    }
}
