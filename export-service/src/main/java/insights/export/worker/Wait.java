package insights.export.worker;

import insights.export.line.Ticker;
import insights.export.progress.WaitReason;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the work on a run waits for at this moment. Several threads wait at once; as long as one of them gets what it waits for
 * now and then, the run is not waiting but works.
 */
final class Wait {

    /** Shorter ones are how things are, and told nobody. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(2);

    private final Ticker ticker;
    private final Map<Thread, Begun> begun = new ConcurrentHashMap<>();
    private volatile long gotOn = Long.MIN_VALUE;

    Wait(Ticker ticker) {
        this.ticker = ticker;
    }

    /** What was waited for before, which {@link #backTo} goes on with. */
    record Begun(WaitReason reason, long since) {}

    /**
     * What is told.
     *
     * @param reason null when nothing is waited for
     * @param time how long it has been by now
     */
    record Told(WaitReason reason, Duration time) {}

    /** The same reason once more goes on: an attempt after another one. */
    Begun begin(WaitReason reason) {
        Begun before = begun.get(Thread.currentThread());
        if (before == null || before.reason() != reason) {
            begun.put(Thread.currentThread(), new Begun(reason, ticker.nanos()));
        }
        return before;
    }

    void end() {
        begun.remove(Thread.currentThread());
        gotOn = ticker.nanos();
    }

    void backTo(Begun before) {
        if (before == null) {
            begun.remove(Thread.currentThread());
        } else {
            begun.put(Thread.currentThread(), before);
        }
    }

    /** What has been waited for longest. */
    Told told() {
        return begun.values().stream()
                .min(Comparator.comparingLong(Begun::since))
                .map(longest ->
                        new Told(longest.reason(), Duration.ofNanos(ticker.nanos() - Math.max(longest.since(), gotOn))))
                .filter(told -> told.time().compareTo(WORTH_TELLING) >= 0)
                .orElse(new Told(null, Duration.ZERO));
    }
}
