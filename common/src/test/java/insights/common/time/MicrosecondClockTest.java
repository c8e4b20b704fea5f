package insights.common.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MicrosecondClockTest {

    private final Clock clock =
            new MicrosecondClock(Clock.fixed(Instant.parse("2026-01-02T03:04:05.123456789Z"), ZoneOffset.UTC));

    @Test
    void tellsWhatPostgresqlKeeps() {
        assertThat(clock.instant()).isEqualTo("2026-01-02T03:04:05.123456Z");
    }

    /** JDK 21's own clock of this precision divides by zero here. */
    @Test
    void tellsMilliseconds() {
        assertThat(clock.millis())
                .isEqualTo(Instant.parse("2026-01-02T03:04:05.123Z").toEpochMilli());
        assertThat(clock.withZone(ZoneOffset.MAX).millis()).isEqualTo(clock.millis());
    }
}
