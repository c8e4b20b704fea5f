package insights.export.run;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.delivery.Comparison;
import insights.export.delivery.Counts;
import insights.export.delivery.DesiredRepository;
import insights.export.delivery.Phase;
import insights.export.delivery.Plan;
import insights.export.delivery.Purpose;
import insights.export.delivery.RunControl;
import insights.export.delivery.StopReason;
import insights.export.delivery.StopRunException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * How a worker gets, keeps and gives back a run. Leases are measured by the database's clock, because the clocks of
 * several replicas need not agree. Every write names the epoch of the claim: who lost the lease can write no more.
 */
@ApplicationScoped
class LeaseRepository {

    private static final String UNIQUE_VIOLATION = "23505";

    /** See {@link Speed}. A step of the comparison counts one; later a step counts its share of the phase's requests. */
    private static final String SPEED =
            """

            pace_requests = pace_requests * %1$s
                          + ? * case when total > 0 then coalesce(phase_requests, total)::float8 / total else 0 end,
            pace_seconds = pace_seconds * %1$s + extract(epoch from clock_timestamp() - paced_at),
            paced_at = clock_timestamp()""".formatted("exp(-extract(epoch from clock_timestamp() - paced_at)::float8 / " + Speed.MEMORY + ")");

    private final AgroalDataSource database;

    LeaseRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Takes the oldest run that waits, is due again, or whose worker fell silent, if its connection is free. */
    @Transactional
    Optional<Claim> claim(String owner, Duration lease) {
        String sql = """
                update run set status = 'PROCESSING', owner = ?, epoch = epoch + 1, next_attempt_at = null,
                               phase = null, phase_requests = null, later_requests = null, paced_at = clock_timestamp(),
                               lease_until = clock_timestamp() + make_interval(secs => ?),
                               started_at = coalesce(started_at, clock_timestamp()), reason = null, detail = null,
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
                          new.lost_workers""";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, owner);
            update.setDouble(2, seconds(lease));
            update.setString(3, owner);
            try (ResultSet row = update.executeQuery()) {
                return row.next()
                        ? Optional.of(new Claim(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                Purpose.valueOf(row.getString(7)),
                                row.getBoolean(4),
                                row.getInt(5),
                                row.getLong(6),
                                row.getString(8),
                                row.getBoolean(9),
                                row.getInt(10)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                // Another worker began a run of the same connection at the same moment; ours has its turn later.
                return Optional.empty();
            }
            throw new IllegalStateException(e);
        }
    }

    /** Says that the worker is alive; false when the lease was lost. */
    @Transactional
    boolean renew(Claim claim, Duration lease) {
        return update(claim, "lease_until = clock_timestamp() + make_interval(secs => ?)", seconds(lease));
    }

    /** Forgets what Autopilot refused before, if somebody asked for that; once, however often the run is begun. */
    @Transactional
    void forgetRejectionsIfAsked(Claim claim) {
        String sql = """
                with asked as (update run set retry_rejected = false
                               where id = ? and epoch = ? and status = 'PROCESSING' and retry_rejected
                               returning export_id)
                update ledger l set rejection = null, rejected_fingerprint = null
                from asked where l.export_id = asked.export_id and l.rejection is not null""";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, claim.run());
            update.setLong(2, claim.epoch());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Remembers where the work on the run belongs in a trace. */
    @Transactional
    void traced(Claim claim, String traceParent) {
        update(claim, "trace_parent = ?", traceParent);
    }

    /**
     * Begins a phase. Speed is measured anew when it is the comparison, and when that is over.
     *
     * @param plan null while comparing
     */
    @Transactional
    void phase(Claim claim, Phase phase, long total, Plan plan) {
        require(update(
                claim,
                """
                phase = ?, total = ?, done = 0,
                pace_requests = case when phase_requests is null then 0 else pace_requests end,
                pace_seconds = case when phase_requests is null then 0 else pace_seconds end,
                paced_at = case when phase_requests is null then clock_timestamp() else paced_at end,
                phase_requests = ?::bigint, later_requests = ?::bigint""",
                phase.name(),
                total,
                plan == null ? null : plan.of(phase),
                plan == null ? null : plan.after(phase)));
    }

    @Transactional
    void compared(Claim claim, Comparison found) {
        require(update(
                claim,
                "profiles = ?, eligible = ?, rejected = ?, contacts_unchanged = greatest(0, ? - contacts_upserted)",
                found.profiles(),
                found.eligible(),
                found.rejected(),
                found.eligible() - found.creates() - found.updates()));
    }

    /** Moves the counters and applies the change, or neither. */
    @Transactional
    void commit(Claim claim, Counts counts, long requests, RunControl.Change change) {
        try (Connection connection = database.getConnection()) {
            require(Database.update(connection, moved(claim, counts, requests)) == 1);
            change.apply(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same by one statement, which is its own transaction. */
    void commit(Claim claim, Counts counts, long requests, String announced, Sql change) {
        Sql sql = Sql.of("with held as (")
                .then(moved(claim, counts, requests, Sql.of("asked_through = ?,", announced)))
                .then(" returning id) ")
                .then(change);
        try (Connection connection = database.getConnection()) {
            require(Database.update(connection, sql) > 0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sql moved(Claim claim, Counts counts, long requests) {
        return moved(claim, counts, requests, Sql.of(""));
    }

    private static Sql moved(Claim claim, Counts counts, long requests, Sql more) {
        return Sql.of("update run set ")
                .then(more)
                .then(
                        """
                        done = done + ?, contacts_upserted = contacts_upserted + ?,
                        memberships_joined = memberships_joined + ?, memberships_left = memberships_left + ?,
                        rejected = rejected + ?, eligible = eligible - ?, requests = requests + ?,
                        lost_workers = case when ? then 0 else lost_workers end,""" + SPEED,
                        counts.done(),
                        counts.upserted(),
                        counts.joined(),
                        counts.left(),
                        counts.rejected(),
                        counts.ineligible(),
                        requests,
                        counts.isProgress(),
                        counts.done())
                .then(" where id = ? and epoch = ? and status = 'PROCESSING'", claim.run(), claim.epoch());
    }

    /** Gives the run back with its outcome, and clears its desired state away; false when the lease was lost. */
    @Transactional
    boolean release(Claim claim, Outcome outcome, long requests) {
        RunStatus.PROCESSING.to(outcome.status());
        boolean held = update(
                claim,
                """
                status = ?, reason = ?, detail = ?, released_at = clock_timestamp(), lease_until = null, failures = ?,
                lost_workers = 0,
                next_attempt_at = clock_timestamp() + make_interval(secs => ?),
                finished_at = case when ? then clock_timestamp() end, requests = requests + ?""",
                outcome.status().name(),
                outcome.reason() == null ? null : outcome.reason().name(),
                outcome.detail(),
                outcome.failures(),
                outcome.retryIn() == null ? null : seconds(outcome.retryIn()),
                outcome.status().isFinal(),
                requests);
        if (held) {
            try (Connection connection = database.getConnection()) {
                DesiredRepository.clear(connection, claim.run());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return held;
    }

    /** Lets another worker take the run over at once. */
    @Transactional
    void handOver(Claim claim, long requests) {
        update(
                claim,
                "lease_until = statement_timestamp(), released_at = statement_timestamp(), requests = requests + ?",
                requests);
    }

    private boolean update(Claim claim, String assignments, Object... values) {
        String sql = "update run set " + assignments + " where id = ? and epoch = ? and status = 'PROCESSING'";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            int next = 1;
            for (Object value : values) {
                update.setObject(next++, value);
            }
            update.setObject(next++, claim.run());
            update.setLong(next, claim.epoch());
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean held) {
        if (!held) {
            throw new StopRunException(StopReason.LEASE_LOST, "Another worker has taken over this run.");
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
