package insights.export.worker;

import insights.export.line.Ticker;
import insights.export.progress.WaitReason;
import java.time.Duration;

/** What the work on a run waits for at this moment. */
final class Wait {

    /** Shorter ones are how things are, and told nobody. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(2);

    private final Ticker ticker;
    private volatile Begun begun;

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
        Begun before = begun;
        if (before == null || before.reason() != reason) {
            begun = new Begun(reason, ticker.nanos());
        }
        return before;
    }

    void end() {
        begun = null;
    }

    void backTo(Begun before) {
        begun = before;
    }

    Told told() {
        Begun now = begun;
        Duration time = now == null ? Duration.ZERO : Duration.ofNanos(ticker.nanos() - now.since());
        return time.compareTo(WORTH_TELLING) < 0 ? new Told(null, Duration.ZERO) : new Told(now.reason(), time);
    }
}
