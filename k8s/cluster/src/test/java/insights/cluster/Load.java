package insights.cluster;

import insights.platform.http.ApiClient;
import insights.platform.process.PlatformFailure;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who keeps asking all three services, and remembers whatever was not answered as it should be. */
final class Load implements AutoCloseable {

    private static final List<String> PATHS = List.of("/connections?limit=1", "/segments?limit=1", "/exports?limit=1");
    private static final long PERIOD_MILLIS = 50;

    private final ApiClient api;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final java.util.concurrent.ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    /** Twenty requests a second from now on, until it is closed. */
    Load(ApiClient api) {
        this.api = api;
        clock.scheduleAtFixedRate(() -> callers.execute(this::ask), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void ask() {
        String path = PATHS.get(made.getAndIncrement() % PATHS.size());
        try {
            int status = api.get(path).status();
            if (status == 200) {
                answered.incrementAndGet();
            } else {
                lost.add(Instant.now() + " " + path + " " + status);
            }
        } catch (PlatformFailure e) {
            lost.add(Instant.now() + " " + path + " " + e.getMessage());
        }
    }

    int answered() {
        return answered.get();
    }

    /** What was not answered with 200, in words. */
    List<String> lost() {
        return List.copyOf(lost);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        callers.close();
    }
}
