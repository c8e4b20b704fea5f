package insights.export.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
            bad.count(now);
            at[i] = now;
            if (i >= most) {
                assertThat(at[i] - at[i - most]).isGreaterThanOrEqualTo(within.toNanos());
            }
        }
        assertThat(now).as("and no slower than that").isLessThan(100L / most * (within.toSeconds() + 1) * SECOND);
    }

    @Test
    void thereMayBeAnyNumberWhereNobodyIsBanned() {
        BadRequests bad = BadRequests.allowed();
        for (int i = 0; i < 100; i++) {
            bad.count(0);
        }
        assertThat(bad.untilNext(0)).isZero();
    }
}
