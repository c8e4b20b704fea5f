package insights.sandbox.counter;

import insights.sandbox.counter.RequestCounters.Snapshot.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Exact counts of requests and of how they ended. A request is counted before its answer leaves. */
public final class RequestCounters {

    private static final long WINDOW = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoTime;
    private final Map<Kind, Long> counts = new HashMap<>();
    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private int peak;

    public RequestCounters(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** To be called when a request has arrived. */
    public synchronized void arrived() {
        long now = nanoTime.getAsLong();
        while (!lastSecond.isEmpty() && now - lastSecond.peekFirst() >= WINDOW) {
            lastSecond.removeFirst();
        }
        lastSecond.addLast(now);
        peak = Math.max(peak, lastSecond.size());
    }

    /**
     * To be called when it is known how the request ends.
     *
     * @param path its template, such as {@code /contact/{contact}}
     * @param status 0 when no answer is sent at all
     */
    public synchronized void ended(String method, String path, int status) {
        counts.merge(new Kind(method, path, status), 1L, Long::sum);
    }

    public synchronized void clear() {
        counts.clear();
        lastSecond.clear();
        peak = 0;
    }

    public synchronized Snapshot snapshot() {
        List<Outcome> outcomes = counts.entrySet().stream()
                .map(count -> new Outcome(
                        count.getKey().method(),
                        count.getKey().path(),
                        count.getKey().status(),
                        count.getValue()))
                .sorted(Comparator.comparing(Outcome::path)
                        .thenComparing(Outcome::method)
                        .thenComparing(Outcome::status))
                .toList();
        return new Snapshot(outcomes.stream().mapToLong(Outcome::count).sum(), peak, outcomes);
    }

    private record Kind(String method, String path, int status) {}

    /**
     * @param requests how many there were, whatever became of them
     * @param peakPerSecond the highest number of requests that arrived in any one second
     */
    @RegisterForReflection
    public record Snapshot(long requests, int peakPerSecond, List<Outcome> outcomes) {

        /** @param status 0 when no answer was sent */
        @RegisterForReflection
        public record Outcome(String method, String path, int status, long count) {}
    }
}
