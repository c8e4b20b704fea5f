package insights.export.line;

import java.time.Duration;

/**
 * Spreads the requests made with one key so that the destination never sees more of them in any one second than the contract
 * allows. Two rules together: requests start at even distances; and the request that is {@code rate} places later starts
 * one second after the earlier one was answered, which holds however unevenly the network delivers them.
 *
 * <p>It adapts: halved when the destination throttles, raised by a tenth after every {@value #RAISE_AFTER} requests that went
 * well, up to the contract's rate.
 */
public final class Pace {

    private static final int RAISE_AFTER = 20;
    private static final double SLOWEST = 0.2;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Ticker ticker;
    private final double limit;
    private final long[] answered;
    private int next;
    private long started = Long.MIN_VALUE;
    private double rate;
    private int goneWell;

    /** @param perSecond requests a second that the contract allows; more than 0 */
    public Pace(double perSecond, Ticker ticker) {
        this.ticker = ticker;
        this.limit = perSecond;
        this.rate = perSecond;
        this.answered = new long[Math.max(1, (int) Math.floor(perSecond))];
        java.util.Arrays.fill(answered, Long.MIN_VALUE);
    }

    /** How long until the next request may start; zero when it may now. */
    public synchronized Duration untilNext(long now) {
        long byDistance = started == Long.MIN_VALUE ? now : started + (long) (SECOND / rate);
        long byWindow = answered[next] == Long.MIN_VALUE ? now : answered[next] + SECOND;
        return Duration.ofNanos(Math.max(0, Math.max(byDistance, byWindow) - now));
    }

    /** Says that a request starts now. */
    public synchronized void started() {
        started = ticker.nanos();
    }

    /** Says that a request is over, whatever became of it. */
    public synchronized void answered() {
        answered[next] = ticker.nanos();
        next = (next + 1) % answered.length;
    }

    /** Says that the destination did what was asked. */
    public synchronized void wentWell() {
        if (rate < limit && ++goneWell >= RAISE_AFTER) {
            rate = Math.min(limit, rate * 1.1);
            goneWell = 0;
        }
    }

    /** Says that the destination asked for fewer requests. */
    public synchronized void throttled() {
        rate = Math.max(SLOWEST, rate / 2);
        goneWell = 0;
    }

    /** Requests a second right now. */
    public synchronized double rate() {
        return rate;
    }
}
