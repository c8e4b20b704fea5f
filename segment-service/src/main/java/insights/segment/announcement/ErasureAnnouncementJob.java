package insights.segment.announcement;

import insights.common.job.Job;
import insights.common.sql.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Tells export-service of erased profiles until it is acknowledged, so that they leave destinations too (D4). */
@ApplicationScoped
class ErasureAnnouncementJob {

    private static final int BATCH = 500;

    private final ErasureAnnouncements announcements;
    private final ErasureHookRestClient exportService;
    private final Hearing hearing;
    private final AnnouncementWait wait;
    private final Database database;
    private final Clock clock;

    ErasureAnnouncementJob(
            ErasureAnnouncements announcements,
            @RestClient ErasureHookRestClient exportService,
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
        while (database.transaction(this::deliverSome)) {}
    }

    private boolean deliverSome(Connection connection) throws SQLException {
        Instant now = clock.instant();
        List<ErasureAnnouncements.Due> due = announcements.takeDue(connection, now, BATCH);
        if (due.isEmpty()) {
            return false;
        }
        return deliver(connection, due, now);
    }

    /**
     * What is refused is halved until it is known which ids are meant: they do not keep the others from being heard.
     *
     * @return whether export-service is there
     */
    private boolean deliver(Connection connection, List<ErasureAnnouncements.Due> due, Instant now)
            throws SQLException {
        try {
            exportService.announce(new ErasureHookRestClient.ProfilesErased(
                    due.stream().map(ErasureAnnouncements.Due::profileId).toList(),
                    due.stream()
                            .filter(erasure -> !erasure.addresses().isEmpty())
                            .collect(Collectors.toMap(
                                    ErasureAnnouncements.Due::profileId, ErasureAnnouncements.Due::addresses))));
            announcements.acknowledge(connection, due);
            hearing.heard();
            return true;
        } catch (RuntimeException e) {
            if (due.size() > 1 && Hearing.isAboutContent(e)) {
                int half = due.size() / 2;
                boolean isThere = deliver(connection, due.subList(0, half), now);
                return deliver(connection, due.subList(half, due.size()), now) && isThere;
            }
            postpone(connection, due, now);
            return !hearing.missed(e, "%d erased profiles".formatted(due.size()));
        }
    }

    private void postpone(Connection connection, List<ErasureAnnouncements.Due> due, Instant now) throws SQLException {
        int attempts =
                due.stream().mapToInt(ErasureAnnouncements.Due::attempts).min().orElse(0);
        announcements.postpone(connection, due, now.plus(wait.after(attempts)));
    }
}
