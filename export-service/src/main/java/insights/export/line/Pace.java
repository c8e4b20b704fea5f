package insights.export.line;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Spreads the requests made with one key so that the destination never sees more of them in any one second than the contract
 * allows, however many are in flight. They begin at even distances, a little further apart than the rate says, so that
 * {@link #JITTER} on the way pushes none too many into a second. And one that takes longer than is usual may have been held up
 * on its way: the one that is {@code rate} places later is held up as long.
 *
 * <p>It adapts, by time and not by requests: halved when the destination throttles, and back at the contract's rate within
 * {@link #RECOVERY} after the pause that was asked for.
 */
public final class Pace {

    /** By so much the time that requests take to get there may differ; the pace stays 2 % below the rate for it. */
    static final long JITTER = Duration.ofMillis(20).toNanos();

    /** Who is no later than this begins as if it had been in time; a part of the above. */
    private static final long LATE = Duration.ofMillis(5).toNanos();

    static final long RECOVERY = Duration.ofSeconds(90).toNanos();
    private static final double SLOWEST = 0.2;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final double limit;
    private final int inASecond;
    private final Pause pause;
    private final AnswerTime usual = new AnswerTime();
    private final Deque<Begun> lastSecond = new ArrayDeque<>();
    private long slot = Long.MIN_VALUE;
    private boolean throttled;
    private long throttledAt;
    private double throttledTo;

    /**
     * @param perSecond requests a second that the contract allows; more than 0
     * @param pause how long nothing is asked after throttling that names no time
     */
    public Pace(double perSecond, Pause pause) {
        this.limit = perSecond;
        this.inASecond = (int) Math.max(1, Math.floor(perSecond));
        this.pause = pause;
        this.throttledTo = perSecond;
    }

    /** A request that has begun. */
    public static final class Begun {
        private long at;
        private boolean over;
        private long heldUp;

        private Begun(long at) {
            this.at = at;
        }
    }

    /** How long until the next request may begin; zero when it may now. */
    public synchronized Duration untilNext(long now) {
        long next = Math.max(Math.max(slot, pause.until()), afterTheOneBefore(now));
        return next <= now ? Duration.ZERO : Duration.ofNanos(next - now);
    }

    /** When the one that is so many places before is certain to have been there for a second. */
    private long afterTheOneBefore(long now) {
        if (lastSecond.size() < inASecond) {
            return Long.MIN_VALUE;
        }
        Begun before = lastSecond.getFirst();
        long heldUp = before.over ? before.heldUp : usual.beyond(now - before.at);
        return before.at + heldUp + SECOND + JITTER - LATE;
    }

    /** Says that a request begins now. */
    public synchronized Begun begin(long now) {
        Begun begun = new Begun(now);
        lastSecond.addLast(begun);
        if (lastSecond.size() > inASecond) {
            lastSecond.removeFirst();
        }
        slot = Math.max(slot, now - LATE) + distance(now);
        return begun;
    }

    private long distance(long now) {
        return (long) ((SECOND + JITTER) / Math.min(rate(now), inASecond < limit ? inASecond : limit));
    }

    /** Says that it goes out, which on a busy machine may be later than it began. */
    public synchronized void started(Begun begun, long now) {
        begun.at = now;
    }

    /** Says that a request was answered by the destination itself. */
    public synchronized void answered(Begun begun, long now) {
        over(begun, now);
        usual.took(now - begun.at);
    }

    /** Says that a request is over, whatever became of it. */
    public synchronized void over(Begun begun, long now) {
        if (!begun.over) {
            begun.heldUp = usual.beyond(now - begun.at);
            begun.over = true;
        }
    }

    /** Says that the destination did what was asked. */
    public synchronized void wentWell(Begun begun) {
        if (!throttled || begun.at > throttledAt) {
            pause.reset();
        }
    }

    /**
     * Says that the destination asked for fewer requests. Those that were in flight at the time say the same once more: they
     * count as one.
     *
     * @param told how long it wants to hear nothing, if it says so
     */
    public synchronized void throttled(Begun begun, Optional<Duration> told, long now) {
        if (throttled && begun.at <= throttledAt) {
            told.ifPresent(time -> pause.atLeast(time, now));
            return;
        }
        throttledTo = Math.max(Math.min(SLOWEST, limit), rate(now) / 2);
        throttledAt = now;
        throttled = true;
        pause.begin(told, now);
    }

    /** How long nothing is to be asked from now on. */
    public synchronized Duration pause(long now) {
        return pause.left(now);
    }

    /** Requests a second right now. The way back is even in proportion, so that most of it is slow. */
    public synchronized double rate(long now) {
        if (!throttled) {
            return limit;
        }
        double back = Math.max(0, now - Math.max(throttledAt, pause.until())) / (double) RECOVERY;
        return back >= 1 ? limit : throttledTo * Math.pow(limit / throttledTo, back);
    }

    /** The same while it is less than the contract allows. */
    public synchronized OptionalDouble slowedTo(long now) {
        double rate = rate(now);
        return rate < limit ? OptionalDouble.of(rate) : OptionalDouble.empty();
    }

    /** How many requests in flight it takes to use the rate of right now; at least 1. */
    public synchronized int atOnce(long now) {
        return (int) Math.ceil(rate(now) * usual.seconds() * 1.25) + 1;
    }
}
