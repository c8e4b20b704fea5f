package insights.sandbox.limit;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many requests a second an account may make: a token bucket, as Autopilot's throttle seems to be one (its refusal
 * is the stock message of restify's).
 *
 * <p>It holds one second's worth of tokens. That is the smallest burst that is fair: a client that sends no more than
 * N requests in any second may send all N at once, and again a second later, and is never refused. Whoever sends more
 * is refused as soon as N are used up beyond what was refilled, so at most N·(T+1) requests pass in T seconds.
 */
public final class TokenBucket {

    /** A token is this many parts, so that a nanosecond refills a whole number of them: nothing is ever rounded. */
    private static final long TOKEN = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoTime;
    private final long tokensPerSecond;
    private long parts;
    private long filledAt;

    /**
     * @param tokensPerSecond 0: no limit
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    public TokenBucket(int tokensPerSecond, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.tokensPerSecond = tokensPerSecond;
        this.parts = tokensPerSecond * TOKEN;
        this.filledAt = nanoTime.getAsLong();
    }

    /** Whether there was a token for one more request; a refused one takes none. */
    public synchronized boolean take() {
        if (tokensPerSecond == 0) {
            return true;
        }
        refill();
        if (parts < TOKEN) {
            return false;
        }
        parts -= TOKEN;
        return true;
    }

    /** How long until the next request will not be refused. */
    public synchronized Duration untilNext() {
        refill();
        long missing = tokensPerSecond == 0 ? 0 : Math.max(0, TOKEN - parts);
        return Duration.ofNanos(Math.ceilDiv(missing, Math.max(1, tokensPerSecond)));
    }

    private void refill() {
        long now = nanoTime.getAsLong();
        long elapsed = Math.min(now - filledAt, TOKEN);
        parts = Math.min(tokensPerSecond * TOKEN, parts + elapsed * tokensPerSecond);
        filledAt = now;
    }
}
