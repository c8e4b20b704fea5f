package insights.export.line;

import java.time.Duration;
import java.util.ArrayDeque;

/**
 * Keeps the requests that a destination does not understand so few that it does not ban the address that they come from. Once
 * there was one, a further request begins only when, with all that are in flight, no more than {@code most} can have been bad
 * {@code within} the time. While there was none, any number may be in flight: to fear the worst of all of them would cost every
 * run its pace where answers take long.
 */
public final class BadRequests {

    /** How soon to look again while it depends on what becomes of those in flight. */
    private static final Duration SOON = Duration.ofMillis(20);

    private final int most;
    private final long within;
    private final ArrayDeque<Long> last = new ArrayDeque<>();
    private int inFlight;

    /** @param most 0 where bad ones are like any others */
    public BadRequests(int most, Duration within) {
        this.most = most;
        this.within = within.toNanos();
    }

    /** For destinations that ban nobody. */
    static BadRequests allowed() {
        return new BadRequests(0, Duration.ZERO);
    }

    /** How long until it is worth asking again whether the next request may begin; zero when it may now. */
    synchronized Duration untilNext(long now) {
        while (!last.isEmpty() && now - last.getFirst() >= within) {
            last.removeFirst();
        }
        if (last.isEmpty() || last.size() + inFlight < most) {
            return Duration.ZERO;
        }
        return last.size() < most ? SOON : Duration.ofNanos(last.getFirst() + within - now);
    }

    /** Says that a request begins. */
    synchronized void begin() {
        inFlight++;
    }

    /** Says that one is over. @param bad whether it was answered with a refusal */
    synchronized void over(boolean bad, long now) {
        inFlight--;
        if (bad && most > 0) {
            last.addLast(now);
        }
    }
}
