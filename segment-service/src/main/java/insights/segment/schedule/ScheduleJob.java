package insights.segment.schedule;

import insights.common.job.Job;
import insights.segment.refresh.RefreshService;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/**
 * Starts the refreshes that are due. Whichever replica moves the due time on starts the one that was due; times that went
 * by while no replica was up are made good by one refresh.
 */
@ApplicationScoped
class ScheduleJob {

    private final ScheduleRepository schedules;
    private final RefreshService refreshes;
    private final Clock clock;

    ScheduleJob(ScheduleRepository schedules, RefreshService refreshes, Clock clock) {
        this.schedules = schedules;
        this.refreshes = refreshes;
        this.clock = clock;
    }

    @Job
    @Scheduled(every = "{insights.schedule.poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void startDue() {
        ScheduleEntity schedule = schedules.get();
        Instant now = clock.instant();
        Instant due = schedule.nextAt;
        if (due == null || due.isAfter(now)) {
            return;
        }
        if (schedules.moveOn(due, schedule.plan().recurrence().next(now).orElse(null))) {
            refreshes.startScheduled(due);
        }
    }
}
