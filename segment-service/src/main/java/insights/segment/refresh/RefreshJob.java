package insights.segment.refresh;

import insights.common.job.Job;
import insights.common.job.Jobs;
import insights.common.sql.Database;
import insights.common.sql.DatabaseException;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.segment.announcement.AnnouncementRepository;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/**
 * Runs the refreshes that were asked for, one at a time across all replicas: the lock belongs to the transaction of the
 * refresh, so it is free again as soon as the process that had it is gone, and the refresh is taken up again by another.
 */
@ApplicationScoped
class RefreshJob {

    private static final Logger LOG = Logger.getLogger(RefreshJob.class);

    private static final String LOCK = "refresh";

    /** A refresh that took the process or the database down so often will do it again. */
    private static final int MAX_ATTEMPTS = 3;

    private final RefreshRepository refreshes;
    private final MembershipCalculation calculation;
    private final AnnouncementRepository announcements;
    private final Database database;
    private final ExecutorService threads;
    private final Jobs jobs;
    private final Timer duration;

    RefreshJob(
            RefreshRepository refreshes,
            MembershipCalculation calculation,
            AnnouncementRepository announcements,
            MeterRegistry metrics,
            Database database,
            @VirtualThreads ExecutorService threads,
            Jobs jobs) {
        this.refreshes = refreshes;
        this.calculation = calculation;
        this.announcements = announcements;
        this.duration = metrics.timer("insights.refresh");
        this.database = database;
        this.threads = threads;
        this.jobs = jobs;
    }

    /** Begins with what is in the queue, without waiting for it. */
    void start() {
        threads.execute(this::runAll);
    }

    /** Takes up what another replica asked for or left behind. */
    @Job
    @Scheduled(every = "{insights.refresh.poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void runAll() {
        while (!jobs.areEnding() && runNext()) {}
    }

    /** Whether there was one to run. */
    private boolean runNext() {
        try {
            return database.transaction(connection -> JobLock.tryTake(connection, LOCK) && runNext(connection));
        } catch (RefreshFailed e) {
            if (PassingTrouble.isBehind(e)) {
                LOG.warnf(
                        e,
                        "Refresh %s did not come to its end and is tried again",
                        e.refresh().id());
                return false;
            }
            LOG.errorf(e, "Refresh %s failed", e.refresh().id());
            fail(e);
            return true;
        }
    }

    private boolean runNext(Connection connection) {
        Optional<StartedRefresh> next = QuarkusTransaction.requiringNew().call(this::claim);
        next.ifPresent(refresh -> run(connection, refresh));
        return next.isPresent();
    }

    private Optional<StartedRefresh> claim() {
        return refreshes.next().map(refresh -> {
            refresh.attempts++;
            refresh.startedAt = database.transaction(Database::now);
            return new StartedRefresh(refresh.id, refresh.number, refresh.startedAt, refresh.attempts);
        });
    }

    private void run(Connection connection, StartedRefresh refresh) {
        if (refresh.attempts() > MAX_ATTEMPTS) {
            throw new RefreshFailed(
                    refresh,
                    "It was begun " + MAX_ATTEMPTS + " times, and each time the service or its database stopped.",
                    null);
        }
        try {
            duration.record(() -> calculate(connection, refresh));
            LOG.infof("Refresh %s is done", refresh.id());
        } catch (RuntimeException e) {
            throw new RefreshFailed(
                    refresh, "Something went wrong here: start another one, or ask whoever runs this service.", e);
        }
    }

    private void calculate(Connection connection, StartedRefresh refresh) {
        try {
            calculation.run(connection, refresh);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Unless another process has taken it over meanwhile. */
    private void fail(RefreshFailed failure) {
        StartedRefresh refresh = failure.refresh();
        database.transaction(connection -> {
            Instant now = Database.now(connection);
            long failed = Database.update(
                    connection, Sql.of("""
                            update refresh set status = 'FAILED', detail = ?, finished_at = ?
                            where id = ? and status = 'RUNNING' and attempts = ?""", failure.getMessage(), now, refresh.id(), refresh.attempts()));
            if (failed == 1) {
                announcements.add(connection, refresh.id(), now);
            }
            return null;
        });
    }
}
