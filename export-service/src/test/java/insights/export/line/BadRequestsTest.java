package insights.export.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BadRequestsTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void thereAreNeverMoreWithinTheTime() {
        int most = 5;
        Duration within = Duration.ofSeconds(16);
        BadRequests bad = new BadRequests(most, within);
        Random random = new Random(7);
        long[] at = new long[100];
        long now = 0;
        for (int i = 0; i < at.length; i++) {
            now += random.nextLong(SECOND);
            now += bad.untilNext(now).toNanos();
            assertThat(bad.untilNext(now)).isZero();
            bad.begin();
            bad.over(true, now);
            at[i] = now;
            if (i >= most) {
                assertThat(at[i] - at[i - most]).isGreaterThanOrEqualTo(within.toNanos());
            }
        }
        assertThat(now).as("and no slower than that").isLessThan(100L / most * (within.toSeconds() + 1) * SECOND);
    }

    /** Each answered late: what they turn out to be is known only then. */
    @Test
    void fearsTheWorstOfThoseInFlightOnceThereWasOne() {
        int most = 5;
        BadRequests bad = new BadRequests(most, Duration.ofSeconds(16));
        Deque<Long> inFlight = new ArrayDeque<>();
        List<Long> refused = new ArrayList<>();
        bad.begin();
        bad.over(true, 0);
        refused.add(0L);
        for (long now = 0; now < 200 * SECOND; now += SECOND / 20) {
            while (!inFlight.isEmpty() && inFlight.getFirst() <= now) {
                refused.add(inFlight.removeFirst());
                bad.over(true, now);
            }
            if (bad.untilNext(now).isZero()) {
                bad.begin();
                inFlight.addLast(now + 2 * SECOND);
            }
        }
        for (int i = most; i < refused.size(); i++) {
            assertThat(refused.get(i) - refused.get(i - most))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(16).toNanos());
        }
        assertThat(refused).hasSizeGreaterThan(40);
    }

    @Test
    void costsNothingWhereAllGoWell() {
        BadRequests bad = new BadRequests(5, Duration.ofSeconds(16));
        for (int i = 0; i < 50; i++) {
            assertThat(bad.untilNext(0)).isZero();
            bad.begin();
        }
        bad.over(true, 0);
        assertThat(bad.untilNext(0)).as("as soon as there is one").isPositive();
        for (int i = 1; i < 50; i++) {
            bad.over(false, 0);
        }
        assertThat(bad.untilNext(0)).as("up to five again").isZero();
    }

    @Test
    void thereMayBeAnyNumberWhereNobodyIsBanned() {
        BadRequests bad = BadRequests.allowed();
        for (int i = 0; i < 100; i++) {
            bad.begin();
            bad.over(true, 0);
        }
        assertThat(bad.untilNext(0)).isZero();
    }
}
