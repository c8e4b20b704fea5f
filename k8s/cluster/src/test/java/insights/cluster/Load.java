package insights.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import insights.platform.http.Answer;
import insights.platform.http.ApiClient;
import insights.platform.process.PlatformFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Somebody who keeps asking all three services, and remembers whatever was not answered as it should be. */
final class Load implements AutoCloseable {

    private static final List<String> PATHS = List.of("/connections?limit=1", "/segments?limit=1", "/exports?limit=1");
    private static final long PERIOD_MILLIS = 100;
    private static final int WARM = 10;

    /** With fewer than so many it was no load. */
    private static final int FEWEST = 200;

    /** A request that was not answered as it should be. */
    record Lost(Instant at, String why) {}

    private final ApiClient api;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<Lost> lost = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final java.util.concurrent.ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    /** Ten requests a second from now on, until it is closed. What programs that have just begun answer late is asked before. */
    Load(ApiClient api) {
        this.api = api;
        for (String path : PATHS) {
            await().atMost(Duration.ofMinutes(2)).until(() -> answersAtOnce(path));
        }
        clock.scheduleAtFixedRate(() -> callers.execute(this::ask), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private boolean answersAtOnce(String path) {
        long begun = System.nanoTime();
        boolean all = IntStream.range(0, WARM).allMatch(i -> api.get(path).status() == 200);
        return all && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(WARM);
    }

    private void ask() {
        String path = PATHS.get(made.getAndIncrement() % PATHS.size());
        try {
            Answer answer = api.get(path);
            if (answer.status() == 200) {
                answered.incrementAndGet();
            } else {
                lost.add(new Lost(Instant.now(), path + " " + answer.status() + " " + answer.body()));
            }
        } catch (PlatformFailure e) {
            lost.add(new Lost(Instant.now(), path + " " + e.getMessage()));
        }
    }

    /** Ends it, says what became of it, and holds that all requests were answered with 200. */
    void lostNothing(String meanwhile) {
        lostNothingAfter(Instant.EPOCH, meanwhile);
    }

    /** The same of those that were answered, or not, after a time. */
    void lostNothingAfter(Instant time, String meanwhile) {
        close();
        System.out.printf("%s: %d requests answered, %d lost%n", meanwhile, answered.get(), lost.size());
        assertThat(lost).as(meanwhile).noneMatch(one -> one.at().isAfter(time));
        assertThat(answered.get()).as(meanwhile).isGreaterThan(FEWEST);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        callers.close();
    }
}
