package insights.export.notice;

import insights.export.run.RunStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The outbox: ended runs that somebody has to hear of. An ended run is written down already, so none is lost. */
@ApplicationScoped
class NoticeRepository {

    /** What ended before is history: it is not told to somebody who begins to listen. */
    private static final Duration NEWS = Duration.ofDays(1);

    /** Longer than a post takes; after it another replica takes over. */
    private static final Duration HELD = Duration.ofMinutes(1);

    private final Session database;

    NoticeRepository(Session database) {
        this.database = database;
    }

    /** A notice that this replica is to post. */
    record Due(UUID run, UUID export, int attempts) {}

    /** Puts runs that have ended since the last look into the outbox, each once. */
    @Transactional
    void collect(NoticeConfig config, Instant now) {
        database.createNativeMutationQuery("""
                        insert into notice (run_id, next_attempt_at)
                        select id, :now from run
                        where finished_at > :since and status = any (cast(:outcomes as text[]))
                          and (status <> 'COMPLETED_WITH_WARNINGS' or rejected > :share * profiles)
                          and not exists (select from notice where run_id = run.id)
                        on conflict do nothing""")
                .setParameter("now", now)
                .setParameter("since", now.minus(NEWS))
                .setParameter(
                        "outcomes",
                        config.outcomes().stream().map(RunStatus::name).toArray(String[]::new))
                .setParameter("share", config.rejectedShare())
                .executeUpdate();
    }

    /** Takes the one that is due longest. */
    @Transactional
    Optional<Due> take(Instant now) {
        return database
                .createNativeQuery("""
                        update notice set attempts = attempts + 1, next_attempt_at = :until
                        where run_id = (select run_id from notice where next_attempt_at <= :now
                                        order by next_attempt_at limit 1 for update skip locked)
                        returning run_id, (select export_id from run where id = run_id), attempts""", Object[].class)
                .setParameter("now", now)
                .setParameter("until", now.plus(HELD))
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Due((UUID) row[0], (UUID) row[1], (Integer) row[2]));
    }

    @Transactional
    void acknowledge(UUID run, Instant now) {
        database.createNativeMutationQuery(
                        "update notice set delivered_at = :now, next_attempt_at = null, last_failure = null where run_id = :run")
                .setParameter("now", now)
                .setParameter("run", run)
                .executeUpdate();
    }

    /** @param next null to give up */
    @Transactional
    void postpone(UUID run, Instant next, String failure) {
        database.createNativeMutationQuery(
                        "update notice set next_attempt_at = :next, last_failure = :failure where run_id = :run")
                .setParameter("next", next, Instant.class)
                .setParameter("failure", failure)
                .setParameter("run", run)
                .executeUpdate();
    }
}
