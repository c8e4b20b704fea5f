package insights.platform;

import insights.platform.console.Steps;
import insights.platform.process.PlatformFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The parts of the platform that are being started, side by side where they can be. */
final class StartUp {

    private final Steps steps;
    private final List<CompletableFuture<Void>> all = new ArrayList<>();

    StartUp(Steps steps) {
        this.steps = steps;
    }

    /** Starts something now. */
    CompletableFuture<Void> begin(String name, int port, Runnable start) {
        CompletableFuture<Void> begun = inBackground(() -> steps.run(name, "port " + port, start));
        all.add(begun);
        return begun;
    }

    /** Starts something when something else is up. */
    void beginAfter(CompletableFuture<Void> other, String name, int port, Runnable start) {
        all.add(other.thenCompose(up -> inBackground(() -> steps.run(name, "port " + port, start))));
    }

    /** Returns when all are up; fails with the first that fails, or when that took too long. */
    void await(Duration timeout) {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        for (CompletableFuture<Void> one : all) {
            one.exceptionally(failure -> {
                failed.completeExceptionally(failure);
                return null;
            });
        }
        try {
            CompletableFuture.anyOf(failed, CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)))
                    .get(timeout.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw cause(e.getCause());
        } catch (TimeoutException e) {
            throw new PlatformFailure(
                    "Not everything was up after %d seconds: still waiting for %s. ARGS=--timeout=N gives it N seconds."
                            .formatted(timeout.toSeconds(), steps.ongoing().orElse("nothing")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("The start was interrupted", e);
        }
    }

    static CompletableFuture<Void> inBackground(Runnable work) {
        return CompletableFuture.runAsync(work, task -> Thread.ofVirtual().start(task));
    }

    private static RuntimeException cause(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof RuntimeException known ? known : new CompletionException(cause);
    }
}
