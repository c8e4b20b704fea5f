package insights.export.retention;

import insights.common.job.Job;
import insights.export.run.RunConfig;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Forgets old runs, and before them who was not exported by them. The last run of each export stays. Replicas that clean
 * at the same time pass each other by.
 */
@ApplicationScoped
class RunCleaner {

    private static final Logger LOG = Logger.getLogger(RunCleaner.class);
    /** So many at once that no other statement waits long. */
    private static final int BATCH = 500;

    private final RunHistoryRepository history;
    private final RunConfig config;

    RunCleaner(RunHistoryRepository history, RunConfig config) {
        this.history = history;
        this.config = config;
    }

    @Job
    @Scheduled(
            every = "{insights.runs.clean}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.SIMPLE)
    void clean() {
        long reports = 0;
        long runs = 0;
        for (long more = BATCH; more == BATCH; reports += more) {
            more = history.forgetRejections(config.keepRejections(), BATCH);
        }
        for (long more = BATCH; more == BATCH; runs += more) {
            more = history.forgetRuns(config.keepRuns(), BATCH);
        }
        if (reports + runs > 0) {
            LOG.infof("Forgot %d old runs, and the rejections of %d", runs, reports);
        }
    }
}
