package insights.export.firing;

import insights.common.job.Job;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for exports whose time has come. Quartz wakes one of the replicas for it, and another one when that dies. */
@ApplicationScoped
class FiringJob {

    private final Firing firing;

    FiringJob(Firing firing) {
        this.firing = firing;
    }

    @Job
    @Scheduled(
            identity = "fire-schedules",
            every = "{insights.schedules.poll}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.QUARTZ)
    void fireAll() {
        while (firing.fireNext()) {}
    }
}
