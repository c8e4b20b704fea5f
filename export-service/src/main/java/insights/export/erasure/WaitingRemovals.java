package insights.export.erasure;

import insights.common.job.Job;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.definition.Export;
import insights.export.definition.ExportService;
import insights.export.delivery.Removals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Ends removals that waited for people who were erased: the export has taken off what it put at its destination, and meanwhile
 * somebody was erased whom it had put into an account that it left. Once that is done, or that connection is gone, so is the export.
 */
@ApplicationScoped
class WaitingRemovals {

    private final Database database;
    private final ExportService exports;
    private final Removals removals;

    WaitingRemovals(Database database, ExportService exports, Removals removals) {
        this.database = database;
        this.exports = exports;
        this.removals = removals;
    }

    @Job
    @Scheduled(
            identity = "end-removals",
            every = "{insights.removals.every}",
            delayed = "{insights.removals.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.QUARTZ)
    void end() {
        waiting().forEach(id -> QuarkusTransaction.requiringNew().run(() -> {
            Export export = exports.get(id);
            database.transaction(connection -> {
                removals.endIfNothingIsLeft(connection, export);
                return null;
            });
        }));
    }

    /** Those whose runs have ended; what a run leaves, it removes by itself or tries again. */
    private List<UUID> waiting() {
        return database.transaction(
                connection -> Database.list(connection, Sql.of("""
                select id from export e
                where removing and not exists (
                  select from run where export_id = e.id and status in ('QUEUED', 'PROCESSING', 'FAILED_RETRYING'))"""), row -> row.getObject(1, UUID.class)));
    }
}
