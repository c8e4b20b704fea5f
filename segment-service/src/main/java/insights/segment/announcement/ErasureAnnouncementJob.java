package insights.segment.announcement;

import insights.common.job.Job;
import insights.common.sql.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Tells export-service of erased profiles until it is acknowledged, so that they leave destinations too (D4). */
@ApplicationScoped
class ErasureAnnouncementJob {

    private static final Logger LOG = Logger.getLogger(ErasureAnnouncementJob.class);
    private static final int BATCH = 500;

    /** Answers that another batch might not get: unreadable, too large, not valid. */
    private static final Set<Integer> ABOUT_CONTENT = Set.of(400, 413, 422);

    private final ErasureAnnouncements announcements;
    private final ErasureHookRestClient exportService;
    private final AnnouncementWait wait;
    private final Database database;
    private final Clock clock;

    ErasureAnnouncementJob(
            ErasureAnnouncements announcements,
            @RestClient ErasureHookRestClient exportService,
            AnnouncementWait wait,
            Database database,
            Clock clock) {
        this.announcements = announcements;
        this.exportService = exportService;
        this.wait = wait;
        this.database = database;
        this.clock = clock;
    }

    @Job
    @Scheduled(every = "{insights.announcement.poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deliverAll() {
        while (database.transaction(this::deliverSome)) {}
    }

    private boolean deliverSome(Connection connection) throws SQLException {
        Instant now = clock.instant();
        List<ErasureAnnouncements.Due> due = announcements.takeDue(connection, now, BATCH);
        if (due.isEmpty()) {
            return false;
        }
        deliver(connection, due, now);
        return true;
    }

    /** What is refused is halved until it is known which ids are meant: they do not keep the others from being heard. */
    private void deliver(Connection connection, List<ErasureAnnouncements.Due> due, Instant now) throws SQLException {
        try {
            exportService.announce(new ErasureHookRestClient.ProfilesErased(
                    due.stream().map(ErasureAnnouncements.Due::profileId).toList(),
                    due.stream()
                            .filter(erasure -> !erasure.addresses().isEmpty())
                            .collect(Collectors.toMap(
                                    ErasureAnnouncements.Due::profileId, ErasureAnnouncements.Due::addresses))));
            announcements.acknowledge(connection, due);
        } catch (RuntimeException e) {
            if (due.size() > 1 && isAboutContent(e)) {
                int half = due.size() / 2;
                deliver(connection, due.subList(0, half), now);
                deliver(connection, due.subList(half, due.size()), now);
            } else {
                postpone(connection, due, now, e);
            }
        }
    }

    private void postpone(
            Connection connection, List<ErasureAnnouncements.Due> due, Instant now, RuntimeException failure)
            throws SQLException {
        LOG.warnf(
                "export-service has not heard of %d erased profiles yet: %s",
                due.size(), AnnouncementJob.failure(failure));
        int attempts =
                due.stream().mapToInt(ErasureAnnouncements.Due::attempts).min().orElse(0);
        announcements.postpone(connection, due, now.plus(wait.after(attempts)));
    }

    private static boolean isAboutContent(RuntimeException e) {
        return e instanceof WebApplicationException answer
                && ABOUT_CONTENT.contains(answer.getResponse().getStatus());
    }
}
