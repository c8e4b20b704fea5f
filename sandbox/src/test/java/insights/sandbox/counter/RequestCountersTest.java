package insights.sandbox.counter;

import static org.assertj.core.api.Assertions.assertThat;

import insights.sandbox.counter.RequestCounters.Snapshot.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RequestCountersTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
    private final RequestCounters counters = new RequestCounters(now::get);

    @Test
    void countsByMethodPathAndStatus() {
        counters.ended("POST", "/contacts", 200);
        counters.ended("GET", "/contacts", 200);
        counters.ended("GET", "/contacts", 200);
        counters.ended("GET", "/contacts", 429);

        assertThat(counters.snapshot().requests()).isEqualTo(4);
        assertThat(counters.snapshot().outcomes())
                .containsExactly(
                        new Outcome("GET", "/contacts", 200, 2),
                        new Outcome("GET", "/contacts", 429, 1),
                        new Outcome("POST", "/contacts", 200, 1));
    }

    @Test
    void findsTheBusiestSecondWhereverItBegins() {
        arrive(0, 3);
        arrive(900, 4);
        arrive(99, 2);
        arrive(2, 1);

        assertThat(counters.snapshot().peakPerSecond()).isEqualTo(3 + 4 + 2);
    }

    @Test
    void takesNoMoreThanASecondTogether() {
        arrive(0, 3);
        arrive(1_000, 4);

        assertThat(counters.snapshot().peakPerSecond()).isEqualTo(4);
    }

    @Test
    void startsAgainFromNothing() {
        arrive(0, 3);
        counters.ended("GET", "/contacts", 200);

        counters.clear();

        assertThat(counters.snapshot()).isEqualTo(new RequestCounters.Snapshot(0, 0, List.of()));
    }

    private void arrive(int millisLater, int requests) {
        now.addAndGet(Duration.ofMillis(millisLater).toNanos());
        for (int i = 0; i < requests; i++) {
            counters.arrived();
        }
    }
}
