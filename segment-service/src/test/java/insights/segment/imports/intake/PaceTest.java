package insights.segment.imports.intake;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** O03, O04: who sends a byte a second loses the place, who was away for two minutes does not. */
class PaceTest {

    private final Ticking clock = new Ticking();

    @Test
    void endsASenderOfAByteASecond() {
        Pace pace = new Pace(clock, new SmallLimits());
        assertThatThrownBy(() -> {
                    for (int second = 0; second < 400; second++) {
                        clock.now = clock.now.plusSeconds(1);
                        pace.received(1);
                    }
                })
                .isInstanceOf(Pace.TooSlow.class)
                .hasMessageContaining("1024 bytes a second");
        Assertions.assertThat(clock.now).isEqualTo(Instant.EPOCH.plusSeconds(300));
    }

    @Test
    void bearsAPauseOfTwoMinutes() {
        Pace pace = new Pace(clock, new SmallLimits());
        assertThatCode(() -> {
                    for (int minute = 0; minute < 20; minute++) {
                        clock.now = clock.now.plusSeconds(minute % 5 == 2 ? 180 : 60);
                        pace.received(300_000);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void endsWhatTakesTooLong() {
        Pace pace = new Pace(clock, new SmallLimits());
        assertThatThrownBy(() -> {
                    for (int minute = 0; minute < 100; minute++) {
                        clock.now = clock.now.plusSeconds(60);
                        pace.received(10_000_000);
                    }
                })
                .isInstanceOf(Pace.TooSlow.class)
                .hasMessageContaining("60 minutes");
    }

    @Test
    void keepsAFileToBeReadTwice() throws IOException {
        byte[] bytes = "profileId\n1\n".repeat(20_000).getBytes();
        try (Spool spool = spool(bytes)) {
            for (int i = 0; i < 2; i++) {
                try (InputStream in = spool.open()) {
                    Assertions.assertThat(in.readAllBytes()).isEqualTo(bytes);
                }
            }
        }
        assertThatThrownBy(() -> Spool.receive(
                        new ByteArrayInputStream(bytes), 100, new Pace(clock, new SmallLimits()), (now, count) -> {}))
                .hasMessageContaining("more than 100 bytes");
    }

    private Spool spool(byte[] bytes) throws IOException {
        return Spool.receive(
                new ByteArrayInputStream(bytes), bytes.length, new Pace(clock, new SmallLimits()), (now, count) -> {});
    }

    private static final class SmallLimits implements ImportLimits {

        @Override
        public long bytes() {
            return 1_000_000;
        }

        @Override
        public long lines() {
            return 1_000;
        }

        @Override
        public int ratio() {
            return 200;
        }

        @Override
        public long leastSpeed() {
            return 1_024;
        }

        @Override
        public Duration window() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration longest() {
            return Duration.ofHours(1);
        }
    }

    private static final class Ticking extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
