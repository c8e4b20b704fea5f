package insights.platform.process;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A process of the platform. It inherits nothing of the user's environment that could change what it does, writes to a
 * log file, counts as started when it is healthy, and is gone when it was closed.
 */
public final class ChildProcess implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** What never came up has nothing to finish, and may be deaf until it has. */
    private static final Duration GRACE_BEFORE_UP = Duration.ofSeconds(2);
    /** Longer than the 20 seconds in which a service finishes the requests in flight. */
    private static final Duration GRACE = Duration.ofSeconds(25);

    private static final List<String> INHERITED = List.of("PATH", "HOME", "USER", "LANG", "LC_ALL");
    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final RunFolder folder;
    private final BooleanSupplier healthy;

    private Process process;
    private volatile boolean up;
    private boolean closed;

    public ChildProcess(
            String name,
            List<String> command,
            Map<String, String> environment,
            RunFolder folder,
            BooleanSupplier healthy) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.folder = folder;
        this.healthy = healthy;
    }

    /** Starts it, and returns when it is healthy. After {@link #killHard()} it can be started again. */
    public void start() {
        Process started = launch();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!healthy.getAsBoolean()) {
                if (started.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new PlatformFailure("%s ended with status %d before it was ready. %s"
                            .formatted(name, started.exitValue(), folder.endOfLog(name)));
                }
                if (System.nanoTime() > deadline) {
                    throw new PlatformFailure("%s was not ready after %d seconds. %s"
                            .formatted(name, PATIENCE.toSeconds(), folder.endOfLog(name)));
                }
            }
            up = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure(name + " was interrupted while it started", e);
        }
    }

    /** Ends it as the death of a machine would: nothing is finished, nothing is said. */
    public synchronized void killHard() {
        up = false;
        process.destroyForcibly();
        awaitEnd(GRACE);
    }

    /** Ends it in good order, or after a grace period in any case. It cannot be started again. */
    @Override
    public synchronized void close() {
        closed = true;
        if (process != null) {
            process.destroy();
            if (!awaitEnd(up ? GRACE : GRACE_BEFORE_UP)) {
                killHard();
            }
        }
    }

    private synchronized Process launch() {
        if (closed) {
            throw new PlatformFailure("The platform is stopping: " + name + " is not started");
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.log(name).toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        try {
            process = builder.start();
            return process;
        } catch (IOException e) {
            throw new PlatformFailure("%s cannot be started: %s".formatted(name, e.getMessage()), e);
        }
    }

    private boolean awaitEnd(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
