package insights.export.run;

import insights.common.trace.TraceParent;
import insights.export.delivery.DesiredRepository;
import insights.export.delivery.Purpose;
import insights.export.delivery.StopReason;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Runs as people see them: queued, listed, read. How a worker holds one is in {@link LeaseRepository}. */
@ApplicationScoped
class RunRepository {

    private final AgroalDataSource database;
    private final Event<RunQueued> queued;
    private final Event<RunStopped> ended;

    RunRepository(AgroalDataSource database, Event<RunQueued> queued, Event<RunStopped> ended) {
        this.database = database;
        this.queued = queued;
        this.ended = ended;
    }

    /** A run to queue. */
    record NewRun(
            UUID export,
            UUID connection,
            RunTrigger trigger,
            Purpose purpose,
            String requestedBy,
            String idempotencyKey,
            boolean confirmRemovals,
            Instant scheduledFor,
            UUID refreshId,
            Instant now) {

        NewRun(
                UUID export,
                UUID connection,
                RunTrigger trigger,
                Purpose purpose,
                String requestedBy,
                String idempotencyKey,
                boolean confirmRemovals,
                Instant now) {
            this(export, connection, trigger, purpose, requestedBy, idempotencyKey, confirmRemovals, null, null, now);
        }
    }

    /** Counts what is to be done yet. */
    @Transactional
    Backlog backlog() {
        String sql = """
                select count(*) filter (where status = 'QUEUED'), count(*) filter (where status = 'PROCESSING'),
                       count(*) filter (where status = 'FAILED_RETRYING'),
                       extract(epoch from max(clock_timestamp() - queued_at) filter (where status = 'QUEUED'))::float8,
                       extract(epoch from max(clock_timestamp() - started_at) filter (where status = 'PROCESSING'))::float8,
                       coalesce(sum(greatest(0, eligible - contacts_unchanged - contacts_upserted)), 0)
                from run where status in ('QUEUED', 'PROCESSING', 'FAILED_RETRYING')""";
        return query(
                        sql,
                        row -> new Backlog(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getDouble(4),
                                row.getDouble(5),
                                row.getLong(6)))
                .getFirst();
    }

    /** Queues a run whose key is new, unless one of the same export is still waiting: then that one is meant. */
    @Transactional
    UUID queue(NewRun run) {
        UUID queued = queueNew(run);
        if (run.idempotencyKey() != null) {
            query(
                    "insert into run_key (export_id, idempotency_key, run_id) values (?, ?, ?) returning run_id",
                    row -> queued,
                    run.export(),
                    run.idempotencyKey(),
                    queued);
        }
        return queued;
    }

    /**
     * Whether the export may still be run through the connection, which stays so until the end of the transaction: nobody
     * detaches, attaches or removes it meanwhile, and nobody else queues a run of it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean isStillOf(UUID export, UUID connection) {
        return id(
                        "select id from export where id = ? and connection_id = ? and not removing for no key update",
                        export,
                        connection)
                .isPresent();
    }

    private UUID queueNew(NewRun run) {
        queued.fire(new RunQueued());
        String insert = """
                insert into run (export_id, connection_id, trigger, purpose, requested_by, confirm_removals,
                                 scheduled_for, refresh_id, status, queued_at, trace_parent)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?)
                on conflict (export_id, purpose) where status = 'QUEUED'
                do update set confirm_removals = run.confirm_removals or excluded.confirm_removals,
                              scheduled_for = coalesce(excluded.scheduled_for, run.scheduled_for),
                              refresh_id = coalesce(excluded.refresh_id, run.refresh_id)
                returning id""";
        return id(
                        insert,
                        run.export(),
                        run.connection(),
                        run.trigger().name(),
                        run.purpose().name(),
                        run.requestedBy(),
                        run.confirmRemovals(),
                        time(run.scheduledFor()),
                        run.refreshId(),
                        time(run.now()),
                        TraceParent.current().orElse(null))
                .orElseThrow();
    }

    /** Records a run that did not begin, and why. */
    @Transactional
    void skip(NewRun run, StopReason reason, String detail) {
        String insert = """
                insert into run (export_id, connection_id, trigger, requested_by, scheduled_for, refresh_id, status, reason,
                                 detail, queued_at, finished_at)
                values (?, ?, ?, ?, ?, ?, 'SKIPPED', ?, ?, ?, ?) returning id""";
        id(
                insert,
                run.export(),
                run.connection(),
                run.trigger().name(),
                run.requestedBy(),
                time(run.scheduledFor()),
                run.refreshId(),
                reason.name(),
                detail,
                time(run.now()),
                time(run.now()));
    }

    /** The run that was queued with the same key; none when there is no key. */
    @Transactional
    Optional<UUID> repeated(UUID export, String idempotencyKey) {
        return idempotencyKey == null
                ? Optional.empty()
                : id("select run_id from run_key where export_id = ? and idempotency_key = ?", export, idempotencyKey);
    }

    @Transactional
    Optional<Run> find(UUID export, UUID run) {
        return runs("where export_id = ? and id = ?", export, run).stream().findFirst();
    }

    /** Those of the runs that there are. */
    @Transactional
    List<Run> findAll(Set<UUID> ids) {
        return runs(
                "where id = any (?::uuid[])",
                ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")));
    }

    /** Runs of an export that wait or go on. */
    @Transactional
    List<UUID> unfinished(UUID export) {
        return query(
                "select id from run where export_id = ? and status in ('QUEUED', 'PROCESSING', 'FAILED_RETRYING')",
                row -> row.getObject(1, UUID.class),
                export);
    }

    /** Runs through a connection that wait or go on. */
    @Transactional
    List<UUID> unfinishedThrough(UUID connection) {
        return query(
                "select id from run where connection_id = ? and status in ('QUEUED', 'PROCESSING', 'FAILED_RETRYING')",
                row -> row.getObject(1, UUID.class),
                connection);
    }

    /**
     * Ends a run from outside; false when it has ended already. The epoch moves on, so that a worker which holds it can
     * write nothing more, and notices before its next request at the latest when it renews its lease.
     */
    @Transactional
    boolean stop(UUID run, RunStatus status, StopReason reason, String detail) {
        String sql = """
                update run set status = ?, reason = ?, detail = ?, epoch = epoch + 1, released_at = clock_timestamp(), lease_until = null,
                               next_attempt_at = null, finished_at = clock_timestamp()
                where id = ? and status in ('QUEUED', 'PROCESSING', 'FAILED_RETRYING') returning id""";
        boolean stopped = id(sql, status.name(), reason == null ? null : reason.name(), detail, run)
                .isPresent();
        if (stopped) {
            clear(run);
            ended.fire(new RunStopped(run));
        }
        return stopped;
    }

    /** Says that a run which still waits sends again what was refused before. */
    @Transactional
    void retryRejected(UUID run) {
        id("update run set retry_rejected = true where id = ? and status = 'QUEUED' returning id", run);
    }

    /** Newest first. */
    @Transactional
    List<Run> list(UUID export, RunStatus status, UUID before, int limit) {
        String name = status == null ? null : status.name();
        return runs("""
                where export_id = ? and (?::text is null or status = ?) and (?::uuid is null or id < ?)
                order by id desc limit ?""", export, name, name, before, before, limit);
    }

    private void clear(UUID run) {
        try (Connection connection = database.getConnection()) {
            DesiredRepository.clear(connection, run);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<UUID> id(String sql, Object... values) {
        return query(sql, row -> row.getObject(1, UUID.class), values).stream().findFirst();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private List<Run> runs(String condition, Object... values) {
        return query(RunRow.SELECT + condition, RunRow::read, values);
    }

    private <T> List<T> query(String sql, RowMapping<T> mapping, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(mapping.map(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface RowMapping<T> {
        T map(ResultSet row) throws SQLException;
    }
}
