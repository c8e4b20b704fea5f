package insights.export.delivery;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Runs as the model test follows them, which has no time for HTTP. */
final class ModelRuns {

    private final Database database;

    ModelRuns(Database database) {
        this.database = database;
    }

    /** In so many milliseconds the worker can write no more, and another one takes over a moment later, as after a lease that has run out. */
    void loseLease(String run, int in) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(in));
        Sql lose = Sql.of(
                "update run set epoch = epoch + 1, lease_until = clock_timestamp() - interval '500 milliseconds'"
                        + " where id = ? and status = 'PROCESSING'",
                UUID.fromString(run));
        database.transaction(connection -> Database.update(connection, lose));
    }

    /** How it ended, or that it was put off. */
    String await(String run) {
        while (true) {
            String status = text("select status from run where id = ?", run).orElseThrow();
            if (!status.equals("QUEUED") && !status.equals("PROCESSING")) {
                return status;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    Optional<String> text(String sql, String id) {
        return database.transaction(
                connection -> Database.first(connection, Sql.of(sql, UUID.fromString(id)), row -> row.getString(1)));
    }
}
