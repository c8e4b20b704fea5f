package insights.segment.announcement;

import insights.common.job.Job;
import insights.common.sql.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Tells export-service of finished refreshes, each until it is acknowledged. More than once is possible, never not. */
@ApplicationScoped
class AnnouncementJob {

    private final AnnouncementRepository announcements;
    private final ExportHookRestClient exportService;
    private final Hearing hearing;
    private final AnnouncementWait wait;
    private final Database database;
    private final Clock clock;

    AnnouncementJob(
            AnnouncementRepository announcements,
            @RestClient ExportHookRestClient exportService,
            Hearing hearing,
            AnnouncementWait wait,
            Database database,
            Clock clock) {
        this.announcements = announcements;
        this.exportService = exportService;
        this.hearing = hearing;
        this.wait = wait;
        this.database = database;
        this.clock = clock;
    }

    @Job
    @Scheduled(every = "{insights.announcement.poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deliverAll() {
        while (database.transaction(this::deliverNext)) {}
    }

    private boolean deliverNext(Connection connection) throws SQLException {
        Instant now = clock.instant();
        AnnouncementRepository.Due due = announcements.takeDue(connection, now).orElse(null);
        if (due == null) {
            return false;
        }
        try {
            exportService.announce(announcements.event(connection, due.refreshId()));
            announcements.acknowledge(connection, due.refreshId(), now);
            hearing.heard();
            return true;
        } catch (RuntimeException e) {
            boolean isAway = hearing.missed(e, "refresh " + due.refreshId());
            announcements.postpone(
                    connection, due.refreshId(), now.plus(wait.after(due.attempts())), Hearing.failure(e));
            // Whoever does not hear of this one hears of no other.
            return !isAway;
        }
    }
}
