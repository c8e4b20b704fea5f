package insights.export.worker;

import insights.common.sql.Database;
import insights.common.sql.DatabaseException;
import insights.common.sql.Sql;
import insights.export.desired.DesiredRepository;
import insights.export.run.Purpose;
import insights.export.run.RunStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * How a worker gets, keeps and gives back a run; what it writes meanwhile is in {@link HeldRunRepository}. Leases are
 * measured by the database's clock, because the clocks of several replicas need not agree.
 */
@ApplicationScoped
class LeaseRepository {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Database database;

    LeaseRepository(Database database) {
        this.database = database;
    }

    /** Takes the oldest run that waits, is due again, or whose worker fell silent, if its connection is free. */
    Optional<Claim> claim(String owner, Duration lease) {
        Sql sql = Sql.of("""
                update run set status = 'PROCESSING', owner = ?, epoch = epoch + 1, next_attempt_at = null,
                               phase = null, phase_requests = null, later_requests = null, paced_at = clock_timestamp(),
                               lease_until = clock_timestamp() + make_interval(secs => ?),
                               started_at = coalesce(started_at, clock_timestamp()), reason = null, detail = null,
                               waiting_for = null, waiting_since = null, slowed_to = null,
                               lost_workers = lost_workers + case
                                 when status = 'PROCESSING' and lease_until > coalesce(released_at, '-infinity')
                                 then 1 else 0 end
                where id = (
                  select r.id from run r
                  where (r.status = 'QUEUED' or r.status = 'FAILED_RETRYING' and r.next_attempt_at <= clock_timestamp()
                         or r.status = 'PROCESSING' and r.lease_until < clock_timestamp() - interval '1 second')
                    and not exists (select from run o where o.connection_id = r.connection_id
                                      and o.status = 'PROCESSING' and o.id <> r.id)
                    -- The pace of another replica is not known here: its last second must be over.
                    and not exists (select from run o where o.connection_id = r.connection_id
                                      and o.released_at > clock_timestamp() - interval '1 second' and o.owner <> ?)
                  order by r.queued_at limit 1 for update skip locked)
                returning new.id, new.export_id, new.connection_id, new.confirm_removals, new.failures, new.epoch,
                          new.purpose, new.trace_parent,
                          old.status = 'PROCESSING' and old.lease_until > coalesce(old.released_at, '-infinity'),
                          new.lost_workers, new.confirm_growth, new.confirm_emptying""", owner, seconds(lease), owner);
        try {
            return database.transaction(connection -> Database.first(connection, sql, LeaseRepository::claim));
        } catch (DatabaseException e) {
            if (e.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                // Another worker began a run of the same connection at the same moment; ours has its turn later.
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                Purpose.valueOf(row.getString(7)),
                row.getBoolean(4),
                row.getBoolean(11),
                row.getBoolean(12),
                row.getInt(5),
                row.getLong(6),
                row.getString(8),
                row.getBoolean(9),
                row.getInt(10));
    }

    /**
     * Says that the worker is alive; false when the lease was lost.
     *
     * @param requests made since that was written last
     * @param wait what it waits for
     * @param slowedTo requests a second that throttling leaves it; empty at full pace
     */
    boolean renew(Claim claim, Duration lease, long requests, Wait.Told wait, OptionalDouble slowedTo) {
        String reason = wait.reason() == null ? null : wait.reason().name();
        Sql renewed = Sql.of(
                """
                lease_until = clock_timestamp() + make_interval(secs => ?), requests = requests + ?, slowed_to = ?::float8, waiting_for = ?::text,
                waiting_since = case when waiting_for is not distinct from ?::text then waiting_since
                                     else clock_timestamp() - make_interval(secs => ?) end""",
                seconds(lease),
                requests,
                slowedTo.isPresent() ? slowedTo.getAsDouble() : null,
                reason,
                reason,
                seconds(wait.time()));
        return database.transaction(connection -> Fence.update(connection, claim, renewed));
    }

    /** Gives the run back with its outcome, and clears its desired state away; false when the lease was lost. */
    boolean release(Claim claim, Outcome outcome, long requests) {
        RunStatus.PROCESSING.to(outcome.status());
        Sql released = Sql.of(
                """
                status = ?, reason = ?, detail = ?, released_at = clock_timestamp(), lease_until = null, failures = ?,
                lost_workers = 0, next_attempt_at = clock_timestamp() + make_interval(secs => ?::float8),
                finished_at = case when ? then clock_timestamp() end, requests = requests + ?""",
                outcome.status().name(),
                outcome.reason() == null ? null : outcome.reason().name(),
                outcome.detail(),
                outcome.failures(),
                outcome.retryIn() == null ? null : seconds(outcome.retryIn()),
                outcome.status().isFinal(),
                requests);
        return database.transaction(connection -> {
            boolean held = Fence.update(connection, claim, released);
            if (held) {
                DesiredRepository.clear(connection, claim.run());
            }
            return held;
        });
    }

    /** Lets another worker take the run over at once. */
    void handOver(Claim claim, long requests) {
        Sql handedOver = Sql.of(
                "lease_until = statement_timestamp(), released_at = statement_timestamp(), requests = requests + ?",
                requests);
        database.transaction(connection -> Fence.update(connection, claim, handedOver));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
