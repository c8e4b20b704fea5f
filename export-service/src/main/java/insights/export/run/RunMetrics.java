package insights.export.run;

import insights.common.job.Job;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
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

    @Job
    @Scheduled(
            every = "{insights.runs.measure}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.SIMPLE)
    void measure() {
        backlog = runs.backlog();
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunEnded ended) {
        StopReason reason = ended.reason();
        meters.counter(
                        "insights.runs.ended",
                        "status",
                        ended.status().name(),
                        "reason",
                        reason == null ? "" : reason.name())
                .increment();
    }

    private void gauge(String name, Tags tags, ToDoubleFunction<Backlog> value) {
        meters.gauge(name, tags, this, metrics -> value.applyAsDouble(metrics.backlog));
    }
}
