package insights.export.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-10-21T07:26:30Z");

    /** Case Y10. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "75 | 75",
                " 3 | 3",
                "Wed, 21 Oct 2026 07:28:00 GMT | 90",
                "86400 | 86400",
                "86401 | 86400",
                "999999999999999999 | 86400",
                "Thu, 21 Oct 2027 07:28:00 GMT | 86400"
            })
    void readsSecondsAndDates(String header, long seconds) {
        assertThat(RetryAfter.of(header, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "-5", "soon", "1.5", "Wed, 21 Oct 2026 07:26:00 GMT", "Mon, 21 Oct 2026 07:28:00 GMT"})
    void isNothingToWaitForOtherwise(String header) {
        assertThat(RetryAfter.of(header, NOW)).isEmpty();
    }

    @Test
    void mayBeMissing() {
        assertThat(RetryAfter.of(null, NOW)).isEmpty();
    }
}
