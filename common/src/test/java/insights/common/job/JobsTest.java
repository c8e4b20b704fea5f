package insights.common.job;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Patience;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class JobsTest {

    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    /** Case P07. */
    @Test
    void theEndWaitsForAJobAndNoneBeginsMeanwhile() throws Exception {
        Jobs jobs = new Jobs(Duration.ofMinutes(1));
        CompletableFuture<Void> job = CompletableFuture.runAsync(() -> work(jobs), threads);
        begun.await();
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> stop(jobs), threads);
        Patience.await().until(jobs::areEnding);
        assertThat(jobs.begin()).as("another one may begin").isFalse();
        assertThat(end).isNotDone();
        mayEnd.countDown();
        end.join();
        assertThat(job).succeedsWithin(Duration.ofMinutes(1));
        assertThat(jobs.begin()).isFalse();
    }

    @Test
    void aJobThatTakesTooLongIsNotWaitedFor() throws Exception {
        Jobs jobs = new Jobs(Duration.ofMillis(1));
        CompletableFuture<Void> job = CompletableFuture.runAsync(() -> work(jobs), threads);
        begun.await();
        stop(jobs);
        assertThat(job).isNotDone();
        mayEnd.countDown();
        job.join();
    }

    private void work(Jobs jobs) {
        assertThat(jobs.begin()).isTrue();
        begun.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            jobs.end();
        }
    }

    private static void stop(Jobs jobs) {
        try {
            jobs.stop(null);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
