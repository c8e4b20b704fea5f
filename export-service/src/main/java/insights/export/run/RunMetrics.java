package insights.export.run;

import insights.export.delivery.StopReason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Runs in numbers, for an operator. What all replicas share is looked up in the database now and then, not at each
 * scrape; every replica tells the same about it. Labels are states and reasons, never a person, profile or export.
 */
@ApplicationScoped
class RunMetrics {

    private final MeterRegistry meters;
    private final RunRepository runs;
    private volatile Backlog backlog = new Backlog(0, 0, 0, 0, 0, 0);

    RunMetrics(MeterRegistry meters, RunRepository runs) {
        this.meters = meters;
        this.runs = runs;
    }

    void register(@Observes StartupEvent event) {
        gauge("insights.runs", Tags.of("state", "waiting"), Backlog::waiting);
        gauge("insights.runs", Tags.of("state", "processing"), Backlog::processing);
        gauge("insights.runs", Tags.of("state", "retrying"), Backlog::retrying);
        gauge("insights.runs.oldest.waiting.seconds", Tags.empty(), Backlog::oldestWaiting);
        gauge("insights.runs.longest.running.seconds", Tags.empty(), Backlog::longestRunning);
        gauge("insights.ledger.lag.profiles", Tags.empty(), Backlog::profiles);
    }

    @Scheduled(
            every = "{insights.runs.measure}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.SIMPLE)
    void measure() {
        backlog = runs.backlog();
    }

    /** Counts everybody who watches a run here. */
    void watchers(Collection<RunWatcher> watchers) {
        meters.gaugeCollectionSize("insights.runs.watchers", Tags.empty(), watchers);
    }

    void claimed(Claim claim) {
        lease(claim.takenOver() ? "taken-over" : "taken");
    }

    void letGo(StopReason reason) {
        switch (reason) {
            case HANDED_OVER -> lease("handed-over");
            case STOPPED -> lease("stopped");
            default -> lease("lost");
        }
    }

    /** Counts the end of a run, or of an attempt at it. */
    void ended(RunStatus status, StopReason reason) {
        meters.counter("insights.runs.ended", "status", status.name(), "reason", reason == null ? "" : reason.name())
                .increment();
    }

    void rejected(List<RejectionCount> counts) {
        counts.forEach(count -> meters.counter(
                        "insights.rejections", "reason", count.reason().name())
                .increment(count.profiles()));
    }

    private void lease(String event) {
        meters.counter("insights.leases", "event", event).increment();
    }

    private void gauge(String name, Tags tags, ToDoubleFunction<Backlog> value) {
        meters.gauge(name, tags, this, metrics -> value.applyAsDouble(metrics.backlog));
    }
}
