package insights.export.run;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells whoever watches a run how it goes. It looks into the database, because another replica may do the work, and once
 * for all who watch, however many they are.
 */
@ApplicationScoped
class RunFeed {

    private final Set<RunWatcher> watchers = ConcurrentHashMap.newKeySet();
    private final RunRepository runs;
    private final RunConfig config;
    private final Clock clock;

    RunFeed(RunRepository runs, RunMetrics metrics, RunConfig config, Clock clock) {
        this.runs = runs;
        this.config = config;
        this.clock = clock;
        metrics.watchers(watchers);
    }

    /**
     * The run as it is, and again when it changed or a while has passed, until it has ended. Who takes it slowly gets
     * the latest only.
     *
     * @param until when to end it in any case
     */
    Multi<Run> follow(Run run, Instant until) {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            RunWatcher watcher = new RunWatcher(run.id(), emitter, until, config.heartbeat());
                            watchers.add(watcher);
                            emitter.onTermination(() -> watchers.remove(watcher));
                            watcher.tell(run, clock.instant());
                        },
                        BackPressureStrategy.LATEST);
    }

    @Scheduled(
            every = "{insights.runs.watch}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.SIMPLE)
    void look() {
        if (watchers.isEmpty()) {
            return;
        }
        Map<UUID, Run> now = runs.findAll(watchers.stream().map(RunWatcher::run).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Run::id, Function.identity()));
        watchers.forEach(watcher -> watcher.tell(now.get(watcher.run()), clock.instant()));
    }

    /** A stream would keep this replica from shutting down; the client comes again, to another one. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        watchers.forEach(RunWatcher::end);
    }
}
