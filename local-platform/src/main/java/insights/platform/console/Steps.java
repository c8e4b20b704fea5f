package insights.platform.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells a person what is done, a line per step with its time. Steps may go on side by side. */
public final class Steps {

    private final PrintStream out;
    private final LongSupplier nanos;
    private final Map<String, Long> ongoing = new LinkedHashMap<>();
    private long lastSaid;

    public Steps(PrintStream out) {
        this(out, System::nanoTime);
    }

    Steps(PrintStream out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        this.lastSaid = nanos.getAsLong();
    }

    /** Does something, and says so when it is done. */
    public void run(String name, String detail, Runnable work) {
        call(name, nothing -> detail, () -> {
            work.run();
            return null;
        });
    }

    /** Does something that has a result, and says so when it is done. */
    public <T> T call(String name, Description<T> description, Supplier<T> work) {
        long begin = nanos.getAsLong();
        begin(name, begin);
        T result;
        try {
            result = work.get();
        } finally {
            end(name);
        }
        done(name, Duration.ofNanos(nanos.getAsLong() - begin), description.of(result));
        return result;
    }

    /** Says that something is done that took so long. */
    public void done(String name, Duration time, String detail) {
        say(String.format(Locale.ROOT, "  %-24s %5.1f s   %s", name, time.toMillis() / 1000.0, detail)
                .stripTrailing());
    }

    /** Says something. */
    public synchronized void say(String line) {
        out.println(line);
        lastSaid = nanos.getAsLong();
    }

    /** Shows a bar that moves in place on a terminal, and now and then a line elsewhere. */
    public ProgressBar bar(String name) {
        return new ProgressBar(name, out, System.console() != null);
    }

    /** What goes on and since when, if anything does, for example {@code Keycloak (12 s), export-service (9 s)}. */
    public synchronized Optional<String> ongoing() {
        long now = nanos.getAsLong();
        return ongoing.isEmpty()
                ? Optional.empty()
                : Optional.of(ongoing.entrySet().stream()
                        .map(one -> "%s (%d s)"
                                .formatted(
                                        one.getKey(),
                                        Duration.ofNanos(now - one.getValue()).toSeconds()))
                        .collect(Collectors.joining(", ")));
    }

    /** How long nothing was said. */
    synchronized Duration silence() {
        return Duration.ofNanos(nanos.getAsLong() - lastSaid);
    }

    private synchronized void begin(String name, long now) {
        ongoing.putIfAbsent(name, now);
    }

    private synchronized void end(String name) {
        ongoing.remove(name);
    }

    /** What there is to say of a result. */
    @FunctionalInterface
    public interface Description<T> {
        String of(T result);
    }
}
