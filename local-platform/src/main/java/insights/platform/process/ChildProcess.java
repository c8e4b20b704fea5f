package insights.platform.process;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * A process of the platform. It inherits nothing of the user's environment that could change what it does, writes to a
 * log file, counts as started when it is healthy, and is gone when it was closed.
 */
public final class ChildProcess implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    /** How long nothing may move in it before it is ready. A slow machine only takes longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
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
    private final Duration patience;

    private volatile Process process;
    private volatile boolean up;
    private boolean closed;
    private volatile IntConsumer onDeath = status -> {};

    public ChildProcess(
            String name,
            List<String> command,
            Map<String, String> environment,
            RunFolder folder,
            BooleanSupplier healthy) {
        this(name, command, environment, folder, healthy, PATIENCE);
    }

    ChildProcess(
            String name,
            List<String> command,
            Map<String, String> environment,
            RunFolder folder,
            BooleanSupplier healthy,
            Duration patience) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.folder = folder;
        this.healthy = healthy;
        this.patience = patience;
    }

    /** Its name, and that of its log. */
    public String name() {
        return name;
    }

    /** The process itself, for whoever wants to see what becomes of its death. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Who is told the exit status when it ends by itself after it was ready. */
    public void onDeath(IntConsumer told) {
        onDeath = told;
    }

    /**
     * Starts it, and returns when it is healthy, however long that takes as long as something moves. When it has ended
     * it can be started again, but for {@link #close()}.
     */
    public void start() {
        Process started = launch();
        Movement movement = Movement.of(started.toHandle(), folder.log(name), patience);
        try {
            while (!healthy.getAsBoolean()) {
                if (started.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new PlatformFailure("%s ended with status %d before it was ready. %s"
                            .formatted(name, started.exitValue(), folder.why(name)));
                }
                if (movement.stands()) {
                    throw new PlatformFailure("%s is not ready, and for %d seconds nothing moved there. %s"
                            .formatted(name, patience.toSeconds(), folder.why(name)));
                }
            }
            up = true;
            started.onExit().thenAccept(this::ended);
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
            Duration grace = up ? GRACE : GRACE_BEFORE_UP;
            up = false;
            process.destroy();
            if (!awaitEnd(grace)) {
                killHard();
            }
        }
    }

    private void ended(Process ended) {
        if (up && ended == process) {
            up = false;
            onDeath.accept(ended.exitValue());
        }
    }

    private synchronized Process launch() {
        if (closed) {
            throw new PlatformFailure("The platform is stopping: " + name + " is not started");
        }
        if (process != null && process.isAlive()) {
            // It did not come up, and holds the port.
            process.destroyForcibly();
            awaitEnd(GRACE);
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
