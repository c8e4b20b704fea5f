package insights.destination.keycloak;

import insights.common.job.Job;
import insights.common.job.Jobs;
import insights.destination.connection.ExportUsers;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks now and then whether those still may whose name runs act in; replicas take turns. */
@ApplicationScoped
class ExportUserJob {

    private final KeycloakConfig config;
    private final ExportUsers exportUsers;
    private final ExportUserLook look;
    private final Jobs jobs;

    ExportUserJob(KeycloakConfig config, ExportUsers exportUsers, ExportUserLook look, Jobs jobs) {
        this.config = config;
        this.exportUsers = exportUsers;
        this.look = look;
        this.jobs = jobs;
    }

    @Job
    @Scheduled(
            identity = "export-users",
            every = "{insights.export-users.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void lookAtAll() {
        if (config.keycloak().isEmpty()) {
            return;
        }
        exportUsers.subjects().stream().takeWhile(subject -> !jobs.areEnding()).forEach(look::look);
    }
}
