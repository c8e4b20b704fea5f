package insights.destination.notice;

import insights.common.job.Job;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Delivers what could not be delivered at once. Each notice is locked while it is sent, so replicas share the work. */
@ApplicationScoped
class NoticeJob {

    private final NoticeDelivery delivery;

    NoticeJob(NoticeDelivery delivery) {
        this.delivery = delivery;
    }

    @Job
    @Scheduled(
            identity = "notices",
            every = "{insights.notices.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void deliver() {
        delivery.undelivered().forEach(delivery::deliver);
    }
}
