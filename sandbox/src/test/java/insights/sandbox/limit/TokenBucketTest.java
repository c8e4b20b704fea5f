package insights.sandbox.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AtomicLong now = new AtomicLong(-7);

    @Test
    void refusesTheRequestThatIsTooMany() {
        TokenBucket bucket = new TokenBucket(5, now::get);

        assertThat(taken(bucket, 6)).isEqualTo(5);
    }

    @Test
    void allowsTheWholeRateAgainAfterASecondAndNoSooner() {
        TokenBucket bucket = new TokenBucket(3, now::get);
        taken(bucket, 3);

        now.addAndGet(SECOND - 1);
        assertThat(taken(bucket, 3)).isEqualTo(2);
        now.addAndGet(1 + SECOND);
        assertThat(taken(bucket, 9)).isEqualTo(3);
    }

    @Test
    void savesNothingUpBeyondASecond() {
        TokenBucket bucket = new TokenBucket(2, now::get);

        now.addAndGet(Duration.ofDays(365_000 / 4).toNanos());

        assertThat(taken(bucket, 100)).isEqualTo(2);
    }

    @Test
    void takesNoTokenFromWhomItRefuses() {
        TokenBucket bucket = new TokenBucket(1, now::get);
        taken(bucket, 1_000);

        now.addAndGet(SECOND);

        assertThat(bucket.take()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7, 20})
    void neverRefusesAClientThatSendsNoMoreThanTheRateInAnySecond(int rate) {
        Random random = new Random(rate);
        for (int client = 0; client < 200; client++) {
            TokenBucket bucket = new TokenBucket(rate, now::get);
            Deque<Long> lastSecond = new ArrayDeque<>();
            for (int request = 0; request < 200; request++) {
                if (random.nextBoolean()) {
                    now.addAndGet(random.nextLong(SECOND / rate * 2));
                }
                if (lastSecond.size() == rate) {
                    now.accumulateAndGet(lastSecond.removeFirst() + SECOND, Math::max);
                }
                lastSecond.addLast(now.get());
                assertThat(bucket.take()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7, 20})
    void letsNoMorePassThanTheRateAndOneBurst(int rate) {
        Random random = new Random(rate);
        TokenBucket bucket = new TokenBucket(rate, now::get);
        long startedAt = now.get();
        int passed = 0;
        while (now.get() < startedAt + 60 * SECOND) {
            now.addAndGet(random.nextLong(SECOND / rate / 20));
            passed += taken(bucket, 2);
        }

        assertThat(passed).isBetween(58 * rate, 61 * rate);
    }

    @Test
    void saysHowLongToWait() {
        TokenBucket bucket = new TokenBucket(4, now::get);
        assertThat(bucket.untilNext()).isZero();
        taken(bucket, 4);

        assertThat(bucket.untilNext()).isEqualTo(Duration.ofMillis(250));
        now.addAndGet(Duration.ofMillis(100).toNanos());
        assertThat(bucket.untilNext()).isEqualTo(Duration.ofMillis(150));
        now.addAndGet(bucket.untilNext().toNanos());
        assertThat(bucket.take()).isTrue();
    }

    @Test
    void refusesNobodyWithoutARate() {
        TokenBucket bucket = new TokenBucket(0, now::get);

        assertThat(taken(bucket, 10_000)).isEqualTo(10_000);
        assertThat(bucket.untilNext()).isZero();
    }

    private static int taken(TokenBucket bucket, int attempts) {
        int taken = 0;
        for (int i = 0; i < attempts; i++) {
            taken += bucket.take() ? 1 : 0;
        }
        return taken;
    }
}
