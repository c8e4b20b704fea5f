package insights.export.run;

import insights.common.page.TimeOrder;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.desired.DesiredRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Runs as people see them: read, listed, ended. How they are made is in {@code start}, how a worker holds one in
 * {@code worker}.
 */
@ApplicationScoped
public class RunRepository {

    private static final String UNFINISHED = "status in ('QUEUED', 'PROCESSING', 'FAILED_RETRYING')";

    private final Database database;
    private final Event<RunStopped> stopped;
    private final Event<RunEnded> ended;

    RunRepository(Database database, Event<RunStopped> stopped, Event<RunEnded> ended) {
        this.database = database;
        this.stopped = stopped;
        this.ended = ended;
    }

    /** Counts what is to be done yet. */
    Backlog backlog() {
        Sql sql = Sql.of("""
                select count(*) filter (where status = 'QUEUED'), count(*) filter (where status = 'PROCESSING'),
                       count(*) filter (where status = 'FAILED_RETRYING'),
                       extract(epoch from max(clock_timestamp() - queued_at) filter (where status = 'QUEUED'))::float8,
                       extract(epoch from max(clock_timestamp() - started_at) filter (where status = 'PROCESSING'))::float8,
                       coalesce(sum(greatest(0, eligible - contacts_unchanged - contacts_upserted)), 0)
                from run where\s""" + UNFINISHED);
        return database.transaction(connection -> Database.first(
                        connection,
                        sql,
                        row -> new Backlog(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getDouble(4),
                                row.getDouble(5),
                                row.getLong(6))))
                .orElseThrow();
    }

    /** The run, if the export has one of this id. */
    public Optional<Run> find(UUID export, UUID run) {
        return runs(Sql.of("where export_id = ? and id = ?", export, run)).stream()
                .findFirst();
    }

    /** Whether there is something about the run that somebody should look at. */
    public boolean hasWarnings(UUID run) {
        Sql sql = Sql.of("select exists (select from run_warning where run_id = ?)", run);
        return database.transaction(connection -> Database.first(connection, sql, row -> row.getBoolean(1)))
                .orElseThrow();
    }

    /** Those of the runs that there are. */
    public List<Run> findAll(Set<UUID> ids) {
        return runs(Sql.of("where id = any (?)", (Object) ids.toArray(UUID[]::new)));
    }

    /** @param last of the page before; null for the first page */
    List<Run> list(Sql condition, TimeOrder order, UUID last, int limit) {
        Sql wanted = last == null ? condition : condition.then(order.later() + "?", last);
        return runs(wanted.then(order.orderBy() + " limit ?", limit));
    }

    /** The latest run of each export, unless it only takes people out who were erased, or opted out where the export is no more. */
    public Map<UUID, Run> lastOf(Set<UUID> exports) {
        return runs(Sql.of("""
                        where id in (select l.id from unnest(?) e (id) cross join lateral (
                          select id from run where export_id = e.id and own order by id desc limit 1) l)""", (Object) exports.toArray(UUID[]::new))).stream()
                .collect(Collectors.toMap(Run::exportId, run -> run));
    }

    private List<Run> runs(Sql condition) {
        return database.transaction(
                connection -> Database.list(connection, Sql.of(RunRow.SELECT).then(condition), RunRow::read));
    }

    /** Runs of an export that wait or go on. */
    public List<UUID> unfinished(UUID export) {
        return ids(Sql.of("select id from run where export_id = ? and " + UNFINISHED, export));
    }

    /** The same through one connection. */
    List<UUID> unfinished(UUID export, UUID connection) {
        return ids(Sql.of(
                "select id from run where export_id = ? and connection_id = ? and " + UNFINISHED, export, connection));
    }

    /** Runs through a connection that wait or go on. */
    List<UUID> unfinishedThrough(UUID connection) {
        return ids(Sql.of("select id from run where connection_id = ? and " + UNFINISHED, connection));
    }

    private List<UUID> ids(Sql sql) {
        return database.transaction(connection -> Database.list(connection, sql, row -> row.getObject(1, UUID.class)));
    }

    /**
     * Ends a run from outside; false when it has ended already. The epoch moves on, so that a worker which holds it can
     * write nothing more, and notices before its next request at the latest when it renews its lease.
     */
    @Transactional
    public boolean stop(UUID run, RunStatus status, StopReason reason, String detail) {
        Sql sql = Sql.of("""
                update run set status = ?, reason = ?, detail = ?, epoch = epoch + 1, released_at = clock_timestamp(),
                               lease_until = null, next_attempt_at = null, finished_at = clock_timestamp()
                where id = ? and\s""" + UNFINISHED, status.name(), reason == null ? null : reason.name(), detail, run);
        return database.transaction(connection -> {
            boolean done = Database.update(connection, sql) == 1;
            if (done) {
                DesiredRepository.clear(connection, run);
                stopped.fire(new RunStopped(run));
                ended.fire(new RunEnded(run, status, reason));
            }
            return done;
        });
    }
}
