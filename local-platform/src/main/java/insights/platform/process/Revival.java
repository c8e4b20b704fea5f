package insights.platform.process;

import insights.platform.console.Steps;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Starts again what died, also while it came up, and tells so. What dies again and again has its cause told, and is started
 * less and less often: a full disk or a taken port may be cleared after an hour, and nobody wants to start everything anew for it.
 */
public final class Revival {

    private static final int TRIES_AT_ONCE = 3;
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private record Deaths(int count, long last) {}

    private final Steps steps;
    private final RunFolder folder;
    private final BooleanSupplier stopping;
    private final LongSupplier nanos;
    private final Consumer<Duration> pause;
    private final Map<String, Deaths> deaths = new HashMap<>();

    /** @param stopping whether the platform is being stopped, when nothing is to be started any more */
    public Revival(Steps steps, RunFolder folder, BooleanSupplier stopping) {
        this(steps, folder, stopping, System::nanoTime, time -> LockSupport.parkNanos(time.toNanos()));
    }

    /** @param pause lets so much time pass */
    Revival(Steps steps, RunFolder folder, BooleanSupplier stopping, LongSupplier nanos, Consumer<Duration> pause) {
        this.steps = steps;
        this.folder = folder;
        this.stopping = stopping;
        this.nanos = nanos;
        this.pause = pause;
    }

    /** Watches over a process from now on. */
    public void ofProcess(ChildProcess process) {
        process.onDeath(status -> died(process.name(), "ended with status " + status, process::start));
    }

    /**
     * Tells of a death and starts it again, on a thread of its own.
     *
     * @param name as people and the log's name have it
     */
    public void died(String name, String how, Runnable start) {
        Thread.ofVirtual().start(() -> revive(name, how, start));
    }

    void revive(String name, String how, Runnable start) {
        String what = how;
        while (!stopping.getAsBoolean()) {
            restAfter(name, what);
            if (stopping.getAsBoolean()) {
                return;
            }
            try {
                steps.run(name, "up again", start);
                return;
            } catch (PlatformFailure failure) {
                if (!stopping.getAsBoolean()) {
                    steps.say("  " + failure.getMessage());
                }
                what = "did not come up";
            }
        }
    }

    private void restAfter(String name, String how) {
        int count = again(name);
        if (count <= TRIES_AT_ONCE) {
            steps.say("  %s %s: it is started again".formatted(name, how));
            return;
        }
        Duration rest = FIRST_PAUSE.multipliedBy(1L << Math.min(count - TRIES_AT_ONCE - 1, 3));
        Duration shown = rest.compareTo(LONGEST_PAUSE) < 0 ? rest : LONGEST_PAUSE;
        steps.say("  %s %s for the %dth time in short: it is started again in %d seconds. %s"
                .formatted(name, how, count, shown.toSeconds(), folder.why(name)));
        pause.accept(shown);
    }

    private synchronized int again(String name) {
        long now = nanos.getAsLong();
        Deaths before = deaths.getOrDefault(name, new Deaths(0, now));
        int count = now - before.last() > SOON.toNanos() ? 1 : before.count() + 1;
        deaths.put(name, new Deaths(count, now));
        return count;
    }
}
