package insights.export.line;

import java.time.Duration;
import java.util.ArrayDeque;

/**
 * Keeps the requests that a destination does not understand so few that it does not ban the address that they come from: the
 * next one waits until one of the last {@code most} is {@code within} ago, whatever it will turn out to be.
 */
public final class BadRequests {

    private final int most;
    private final long within;
    private final ArrayDeque<Long> last = new ArrayDeque<>();

    /** @param most 0 where bad ones are like any others */
    public BadRequests(int most, Duration within) {
        this.most = most;
        this.within = within.toNanos();
    }

    /** For destinations that ban nobody. */
    static BadRequests allowed() {
        return new BadRequests(0, Duration.ZERO);
    }

    /** How long until the next request may start; zero when it may now. */
    synchronized Duration untilNext(long now) {
        return last.size() < most || most == 0
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(0, last.getFirst() + within - now));
    }

    /** Says that one was answered with a refusal. */
    synchronized void count(long now) {
        if (most > 0) {
            last.addLast(now);
            if (last.size() > most) {
                last.removeFirst();
            }
        }
    }
}
