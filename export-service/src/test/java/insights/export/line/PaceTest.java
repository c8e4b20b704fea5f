package insights.export.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final FakeTicker ticker = new FakeTicker();

    /** Each request takes a random time to get there and back; what Autopilot sees is the moment it gets there. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2.5, 5, 20, 200})
    void neverLetsAutopilotSeeMoreInAnySecond(double rate) {
        Random random = new Random(7);
        Pace pace = new Pace(rate, ticker);
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            ticker.sleep(pace.untilNext(ticker.nanos()));
            pace.started();
            ticker.sleep(Duration.ofMillis(random.nextInt(random.nextInt(10) == 0 ? 900 : 30)));
            seen.add(ticker.nanos());
            ticker.sleep(Duration.ofMillis(random.nextInt(30)));
            pace.answered();
            pace.wentWell();
        }
        int most = (int) Math.max(1, Math.floor(rate));
        for (int i = most; i < seen.size(); i++) {
            assertThat(seen.get(i) - seen.get(i - most)).isGreaterThanOrEqualTo(SECOND);
        }
    }

    @Test
    void usesWhatTheContractAllows() {
        Pace pace = new Pace(5, ticker);
        long start = ticker.nanos();
        for (int i = 0; i < 500; i++) {
            request(pace, Duration.ofMillis(5));
        }
        assertThat(Duration.ofNanos(ticker.nanos() - start)).isLessThan(Duration.ofSeconds(102));
    }

    @Test
    void slowsDownWhenThrottledAndComesBackSlowly() {
        Pace pace = new Pace(8, ticker);
        pace.throttled();
        assertThat(pace.rate()).isEqualTo(4);
        pace.throttled();
        assertThat(pace.rate()).isEqualTo(2);
        for (int i = 0; i < 20; i++) {
            request(pace, Duration.ZERO);
        }
        assertThat(pace.rate()).isBetween(2.1, 2.3);
        for (int i = 0; i < 400; i++) {
            request(pace, Duration.ZERO);
        }
        assertThat(pace.rate()).isEqualTo(8);
    }

    private void request(Pace pace, Duration takes) {
        ticker.sleep(pace.untilNext(ticker.nanos()));
        pace.started();
        ticker.sleep(takes);
        pace.answered();
        pace.wentWell();
    }

    private static final class FakeTicker implements Ticker {
        private long now = 1_000;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void sleep(Duration time) {
            now += time.toNanos();
        }
    }
}
