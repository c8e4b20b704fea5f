package insights.export.feed;

import insights.common.job.Job;
import insights.common.security.Caller;
import insights.export.run.Run;
import insights.export.run.RunRepository;
import insights.export.run.RunService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
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
    private final RunService service;
    private final RunRepository runs;
    private final FeedConfig config;
    private final Caller caller;
    private final Clock clock;

    RunFeed(
            RunService service,
            RunRepository runs,
            MeterRegistry meters,
            FeedConfig config,
            Caller caller,
            Clock clock) {
        this.service = service;
        this.runs = runs;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
        meters.gaugeCollectionSize("insights.runs.watchers", Tags.empty(), watchers);
    }

    /**
     * The run as it is, and again when it changed or a while has passed, until it has ended or the caller is known no
     * longer. Who takes it slowly gets the latest only.
     */
    Multi<Run> follow(UUID exportId, UUID runId) {
        Run run = service.get(exportId, runId);
        Instant until = caller.knownUntil();
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

    @Job
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
