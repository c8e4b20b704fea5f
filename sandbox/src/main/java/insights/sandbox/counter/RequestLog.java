package insights.sandbox.counter;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Requests word by word, in the order in which they were dealt with: what a client really said, and of whom. */
public final class RequestLog {

    private final List<Entry> entries = new ArrayList<>();
    private final LongSupplier nanoTime;
    private final long begin;

    /** @param nanoTime a clock that never goes back, in nanoseconds */
    public RequestLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
    }

    /**
     * Adds one that was dealt with right now.
     *
     * @param body null when there was none, or one too large
     * @param delay until it is answered
     */
    public synchronized void add(String method, String path, byte[] body, int status, Duration delay) {
        entries.add(new Entry(
                method,
                path,
                body == null || body.length == 0 ? null : new String(body, StandardCharsets.UTF_8),
                status,
                TimeUnit.NANOSECONDS.toMicros(nanoTime.getAsLong() - begin),
                delay.toMillis()));
    }

    public synchronized List<Entry> all() {
        return List.copyOf(entries);
    }

    public synchronized void clear() {
        entries.clear();
    }

    /**
     * One request.
     *
     * @param path as it was sent
     * @param status 0 when no answer was sent
     * @param atMicros when it was dealt with, in microseconds since the account was made
     * @param lateMillis how many milliseconds later it was answered
     */
    @RegisterForReflection
    public record Entry(String method, String path, String body, int status, long atMicros, long lateMillis) {}
}
