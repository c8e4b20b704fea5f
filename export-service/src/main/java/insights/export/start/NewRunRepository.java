package insights.export.start;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.common.trace.TraceParent;
import insights.export.run.RunEnded;
import insights.export.run.RunStatus;
import insights.export.run.StopReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Runs as they are made: queued, or skipped before they began. */
@ApplicationScoped
public class NewRunRepository {

    private final Database database;
    private final Event<RunQueued> queued;
    private final Event<RunEnded> ended;

    NewRunRepository(Database database, Event<RunQueued> queued, Event<RunEnded> ended) {
        this.database = database;
        this.queued = queued;
        this.ended = ended;
    }

    /** Queues a run whose key is new, unless one of the same export is still waiting: then that one is meant. */
    @Transactional
    public UUID queue(NewRun run) {
        queued.fire(new RunQueued());
        Sql insert = Sql.of(
                """
                insert into run (export_id, connection_id, trigger, purpose, requested_by_subject, requested_by, confirm_removals,
                                 scheduled_for, refresh_id, status, queued_at, trace_parent)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?)
                on conflict (export_id, purpose, connection_id) where status = 'QUEUED'
                do update set confirm_removals = run.confirm_removals or excluded.confirm_removals,
                              scheduled_for = coalesce(excluded.scheduled_for, run.scheduled_for),
                              refresh_id = coalesce(excluded.refresh_id, run.refresh_id)
                returning id""",
                run.export(),
                run.connection(),
                run.trigger().name(),
                run.purpose().name(),
                run.requestedBy().subject(),
                run.requestedBy().name(),
                run.confirmRemovals(),
                run.scheduledFor(),
                run.refreshId(),
                run.now(),
                TraceParent.current().orElse(null));
        return database.transaction(connection -> {
            UUID id = Database.first(connection, insert, NewRunRepository::id).orElseThrow();
            if (run.idempotencyKey() != null) {
                Database.update(
                        connection,
                        Sql.of(
                                "insert into run_key (export_id, idempotency_key, run_id, request) values (?, ?, ?, ?)",
                                run.export(),
                                run.idempotencyKey(),
                                id,
                                run.request()));
            }
            return id;
        });
    }

    /**
     * Whether the export may still be run through the connection, which stays so until the end of the transaction: nobody
     * detaches, attaches or removes it meanwhile, and nobody else queues a run of it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean isStillOf(UUID export, UUID connection) {
        return found(Sql.of(
                        "select id from export where id = ? and connection_id = ? and not removing for no key update",
                        export,
                        connection))
                .isPresent();
    }

    /** What was queued with the same key; nothing when there is no key. */
    @Transactional
    public Optional<Repeated> repeated(UUID export, String idempotencyKey) {
        return idempotencyKey == null
                ? Optional.empty()
                : database.transaction(connection -> Database.first(
                        connection,
                        Sql.of(
                                "select run_id, request from run_key where export_id = ? and idempotency_key = ?",
                                export,
                                idempotencyKey),
                        row -> new Repeated(id(row), row.getString("request"))));
    }

    /**
     * A run that was queued with a key.
     *
     * @param request what was asked for then; null for one from before that was kept
     */
    public record Repeated(UUID run, String request) {}

    /** Says that in a run which still waits an audience may become far larger than it ever was. */
    @Transactional
    void confirmGrowth(UUID run) {
        Sql confirm = Sql.of("update run set confirm_growth = true where id = ? and status = 'QUEUED'", run);
        database.transaction(connection -> Database.update(connection, confirm));
    }

    /** Says that a run which still waits may empty a field at most contacts. */
    @Transactional
    void confirmEmptying(UUID run) {
        Sql confirm = Sql.of("update run set confirm_emptying = true where id = ? and status = 'QUEUED'", run);
        database.transaction(connection -> Database.update(connection, confirm));
    }

    /** Says that a run which still waits sends again what was refused before. */
    @Transactional
    void retryRejected(UUID run) {
        Sql retry = Sql.of("update run set retry_rejected = true where id = ? and status = 'QUEUED'", run);
        database.transaction(connection -> Database.update(connection, retry));
    }

    /** Records a run that did not begin, and why. */
    @Transactional
    void skip(NewRun run, StopReason reason, String detail) {
        Sql insert = Sql.of(
                """
                insert into run (export_id, connection_id, trigger, requested_by_subject, requested_by, scheduled_for, refresh_id, status, reason,
                                 detail, queued_at, finished_at)
                values (?, ?, ?, ?, ?, ?, ?, 'SKIPPED', ?, ?, ?, ?)
                returning id""",
                run.export(),
                run.connection(),
                run.trigger().name(),
                run.requestedBy().subject(),
                run.requestedBy().name(),
                run.scheduledFor(),
                run.refreshId(),
                reason.name(),
                detail,
                run.now(),
                run.now());
        ended.fire(new RunEnded(found(insert).orElseThrow(), RunStatus.SKIPPED, reason));
    }

    private Optional<UUID> found(Sql sql) {
        return database.transaction(connection -> Database.first(connection, sql, NewRunRepository::id));
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }
}
