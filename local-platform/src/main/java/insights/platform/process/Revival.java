package insights.platform.process;

import insights.platform.console.Steps;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Starts again what died, also while it came up, and tells so. What dies again and again is let be, and its cause told.
 */
public final class Revival {

    private static final int TRIES = 3;
    private static final Duration SOON = Duration.ofMinutes(2);

    private record Deaths(int count, long first) {}

    private final Steps steps;
    private final RunFolder folder;
    private final BooleanSupplier stopping;
    private final LongSupplier nanos;
    private final Map<String, Deaths> deaths = new HashMap<>();

    /** @param stopping whether the platform is being stopped, when nothing is to be started any more */
    public Revival(Steps steps, RunFolder folder, BooleanSupplier stopping) {
        this(steps, folder, stopping, System::nanoTime);
    }

    Revival(Steps steps, RunFolder folder, BooleanSupplier stopping, LongSupplier nanos) {
        this.steps = steps;
        this.folder = folder;
        this.stopping = stopping;
        this.nanos = nanos;
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
        if (stopping.getAsBoolean()) {
            return;
        }
        if (again(name) > TRIES) {
            steps.say("  %s %s for the %dth time in short: it is not started again. %s"
                    .formatted(name, how, TRIES + 1, folder.why(name)));
            return;
        }
        steps.say("  %s %s: it is started again".formatted(name, how));
        try {
            steps.run(name, "up again", start);
        } catch (PlatformFailure failure) {
            if (!stopping.getAsBoolean()) {
                steps.say("  " + failure.getMessage());
                revive(name, "did not come up", start);
            }
        }
    }

    private synchronized int again(String name) {
        long now = nanos.getAsLong();
        Deaths before = deaths.getOrDefault(name, new Deaths(0, now));
        Deaths current = now - before.first() > SOON.toNanos()
                ? new Deaths(1, now)
                : new Deaths(before.count() + 1, before.first());
        deaths.put(name, current);
        return current.count();
    }
}
