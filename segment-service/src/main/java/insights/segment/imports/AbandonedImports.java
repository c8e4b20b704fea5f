package insights.segment.imports;

import insights.common.job.Job;
import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.segment.imports.log.ImportLog;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Closes the imports of processes that are gone: their transactions are, and so are the locks that they held. */
@ApplicationScoped
class AbandonedImports {

    private final ImportLog log;
    private final Database database;

    AbandonedImports(ImportLog log, Database database) {
        this.log = log;
        this.database = database;
    }

    @Job
    @Scheduled(every = "{insights.import.poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void close() {
        for (UUID id : log.running()) {
            boolean abandoned =
                    database.transaction(connection -> JobLock.tryTake(connection, ImportService.lockOf(id)));
            if (abandoned) {
                log.refused(
                        id,
                        "The service or its database stopped while it was at it, and nothing was changed: send the file"
                                + " again.");
            }
        }
    }
}
