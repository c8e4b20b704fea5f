package insights.export.line;

import java.time.Duration;
import java.util.Optional;

/** A time in which nothing is asked. Without another word each further one in a row is twice as long. */
public final class Pause {

    private final Duration first;
    private final Duration longest;
    private Duration next;
    private long until = Long.MIN_VALUE;

    public Pause(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** @param told how long it is to be; empty when nobody says */
    void begin(Optional<Duration> told, long now) {
        atLeast(told.orElse(next), now);
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    void atLeast(Duration time, long now) {
        until = Math.max(until, now + time.toNanos());
    }

    /** The next one in a row is the first again. */
    void reset() {
        next = first;
    }

    /** How much of it is left; zero when nobody ever asked for one. */
    Duration left(long now) {
        return until <= now ? Duration.ZERO : Duration.ofNanos(until - now);
    }

    /** When the last one ends. */
    long until() {
        return until;
    }
}
