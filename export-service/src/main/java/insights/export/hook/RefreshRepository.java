package insights.export.hook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Refreshes that were announced. */
@ApplicationScoped
class RefreshRepository {

    /** Any number that no other advisory lock of this database has. */
    private static final long LOCK = 7_001;

    private final Session database;

    RefreshRepository(Session database) {
        this.database = database;
    }

    /** Waits until no other announcement is handled, until the end of the transaction. */
    void oneAtATime() {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)", Integer.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    Optional<HandledRefresh> find(UUID refresh) {
        return database.createNativeQuery(
                        "select refresh_id, outcome, queued, skipped from handled_refresh where refresh_id = :id",
                        Object[].class)
                .setParameter("id", refresh)
                .getResultStream()
                .map(row -> new HandledRefresh(
                        (UUID) row[0], RefreshOutcome.valueOf((String) row[1]), (Integer) row[2], (Integer) row[3]))
                .findFirst();
    }

    /**
     * Whether a refresh that ended later, and was about one of the segments, was handled already. One that failed left the
     * segments as they were, so it outdates only others that failed.
     */
    boolean isOutdated(RefreshOutcome outcome, Instant finishedAt, Collection<UUID> segments) {
        return database.createNativeQuery("""
                        select exists (
                          select from handled_refresh
                          where finished_at > :at and (outcome = 'SUCCESSFUL' or :failed)
                            and (segment_ids && cast(:segments as uuid[])
                                 or outcome = 'FAILED' and segment_ids = '{}'))""", Boolean.class)
                .setParameter("at", finishedAt)
                .setParameter("failed", outcome == RefreshOutcome.FAILED)
                .setParameter("segments", segments.toArray(UUID[]::new))
                .getSingleResult();
    }

    void add(RefreshCompleted refresh, HandledRefresh handled, Instant now) {
        database.createNativeMutationQuery("""
                        insert into handled_refresh (refresh_id, started_at, finished_at, outcome, segment_ids, received_at,
                                                     queued, skipped)
                        values (:id, :started, :finished, :outcome, cast(:segments as uuid[]), :now, :queued, :skipped)""")
                .setParameter("id", refresh.refreshId())
                .setParameter("started", refresh.startedAt())
                .setParameter("finished", refresh.finishedAt())
                .setParameter("outcome", refresh.outcome().name())
                .setParameter("segments", refresh.segmentIds().toArray(UUID[]::new))
                .setParameter("now", now)
                .setParameter("queued", handled.queued())
                .setParameter("skipped", handled.skipped())
                .executeUpdate();
    }
}
