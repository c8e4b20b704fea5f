package insights.export.worker;

import insights.common.job.Job;
import insights.export.line.Ticker;
import insights.export.run.RunStopped;
import insights.export.start.RunQueued;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Finds runs that wait, hands each to a worker, keeps their leases, and lets them go when this replica shuts down. */
@ApplicationScoped
class RunQueue {

    private static final Logger LOG = Logger.getLogger(RunQueue.class);

    private final String owner = UUID.randomUUID().toString();
    private final Map<UUID, ActiveRun> active = new ConcurrentHashMap<>();
    private final LeaseRepository leases;
    private final RunWorker worker;
    private final RunContext context;
    private final LeaseMetrics metrics;
    private final WorkerConfig config;
    private final Scheduler scheduler;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(RunQueue::thread);
    private final ReentrantLock looking = new ReentrantLock();
    private volatile boolean stopping;

    RunQueue(
            LeaseRepository leases,
            RunWorker worker,
            RunContext context,
            LeaseMetrics metrics,
            WorkerConfig config,
            Scheduler scheduler) {
        this.leases = leases;
        this.worker = worker;
        this.context = context;
        this.metrics = metrics;
        this.config = config;
        this.scheduler = scheduler;
    }

    @Job
    @Scheduled(
            every = "{insights.runs.poll}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.SIMPLE)
    void poll() {
        looking.lock();
        try {
            while (!stopping && active.size() < config.parallel()) {
                long asked = Ticker.SYSTEM.nanos();
                Optional<Claim> claim = leases.claim(owner, config.lease());
                if (claim.isEmpty()) {
                    return;
                }
                begin(claim.get(), asked);
            }
        } finally {
            looking.unlock();
        }
    }

    /** What was queued here need not wait for the next look. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunQueued queued) {
        wake();
    }

    private void wake() {
        // While the scheduler rests, so does the queue.
        if (!stopping && scheduler.isRunning()) {
            threads.execute(this::pollOrSayWhyNot);
        }
    }

    /** Nobody else hears of it: the scheduler looks again in a moment. */
    private void pollOrSayWhyNot() {
        try {
            poll();
        } catch (RuntimeException e) {
            LOG.error("Runs could not be looked for", e);
        }
    }

    @Job
    @Scheduled(
            every = "{insights.runs.renew}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.SIMPLE)
    void renewLeases() {
        active.values().forEach(ActiveRun::renew);
    }

    /** Ends the work before the next request of each run, and waits until the requests in flight are answered. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        stopping = true;
        // Whatever is being claimed at this moment is among the active ones then.
        looking.lock();
        looking.unlock();
        active.values().forEach(ActiveRun::handOver);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(config.shutdown().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Not every run could be handed over in time; their leases run out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without waiting for the next renewal of the lease, by which workers elsewhere notice. */
    void stopped(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunStopped stopped) {
        ActiveRun run = active.get(stopped.run());
        if (run != null) {
            run.stopped();
        }
    }

    private void begin(Claim claim, long asked) {
        ActiveRun run = worker.activate(claim, asked);
        active.put(claim.run(), run);
        metrics.claimed(claim);
        threads.execute(() -> {
            try {
                context.in(claim, () -> work(claim, run));
            } finally {
                // Only itself: another claim of the same run may have taken its place.
                active.remove(claim.run(), run);
                wake();
            }
        });
    }

    /** The scheduler's thread, which would be inherited from, finds classes of the JDK only where libraries have a loader of their own. */
    private static Thread thread(Runnable task) {
        Thread thread = Thread.ofVirtual().unstarted(task);
        thread.setContextClassLoader(RunQueue.class.getClassLoader());
        return thread;
    }

    private void work(Claim claim, ActiveRun run) {
        try {
            worker.work(claim, run);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Run %s was left where it is; another worker takes over", claim.run());
        }
    }
}
