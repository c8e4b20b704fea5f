package insights.export.preview;

import insights.common.job.Job;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes what a preview left behind whose process died. Ids of runs and previews tell when they were made. */
@ApplicationScoped
class PreviewSweep {

    private static final Sql LEFT_BEHIND = Sql.of("""
            delete from desired d where uuid_extract_timestamp(d.run_id) < clock_timestamp() - interval '1 hour'
              and not exists (select from run r where r.id = d.run_id and r.status = 'PROCESSING')""");

    private static final Sql ADDRESSES_LEFT_BEHIND = Sql.of("""
            delete from opted_out_address o where uuid_extract_timestamp(o.run_id) < clock_timestamp() - interval '1 hour'
              and not exists (select from run r where r.id = o.run_id and r.status = 'PROCESSING')""");

    private final Database database;

    PreviewSweep(Database database) {
        this.database = database;
    }

    @Job
    @Scheduled(
            identity = "clear-previews",
            every = "1h",
            delayed = "1h",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.QUARTZ)
    void sweep() {
        database.transaction(connection -> {
            Database.update(connection, LEFT_BEHIND);
            return Database.update(connection, ADDRESSES_LEFT_BEHIND);
        });
    }
}
