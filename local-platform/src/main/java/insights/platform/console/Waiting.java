package insights.platform.console;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Breaks the silence while steps go on: says what is waited for, so that nobody wonders whether anything happens. */
public final class Waiting implements AutoCloseable {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(8);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Steps steps;
    private final Thread thread;
    private volatile boolean ended;

    private Waiting(Steps steps) {
        this.steps = steps;
        this.thread = Thread.ofPlatform().daemon().name("waiting").unstarted(this::watch);
    }

    /** Begins to watch the steps, until it is closed. */
    public static Waiting forStepsOf(Steps steps) {
        Waiting waiting = new Waiting(steps);
        waiting.thread.start();
        return waiting;
    }

    @Override
    public void close() {
        ended = true;
        LockSupport.unpark(thread);
    }

    private void watch() {
        while (!ended) {
            breakSilence(steps);
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** Says what is waited for, if nothing was said for long and something goes on. */
    static void breakSilence(Steps steps) {
        if (steps.silence().compareTo(LONGEST_SILENCE) >= 0) {
            steps.ongoing().ifPresent(what -> steps.say("  waiting for " + what));
        }
    }
}
