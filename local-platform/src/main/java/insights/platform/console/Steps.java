package insights.platform.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells a person what is done, a line per step with its time. Steps may go on side by side. */
public final class Steps {

    private final PrintStream out;

    public Steps(PrintStream out) {
        this.out = out;
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
        long begin = System.nanoTime();
        T result = work.get();
        done(name, Duration.ofNanos(System.nanoTime() - begin), description.of(result));
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
    }

    /** Shows a bar that moves in place on a terminal, and now and then a line elsewhere. */
    public ProgressBar bar(String name) {
        return new ProgressBar(name, out, System.console() != null);
    }

    /** What there is to say of a result. */
    @FunctionalInterface
    public interface Description<T> {
        String of(T result);
    }
}
