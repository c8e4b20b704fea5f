package insights.export.erasure;

import insights.common.job.Job;
import insights.common.sql.Database;
import insights.export.connection.Connection;
import insights.export.connection.ConnectionClient;
import insights.export.definition.ExportConnectionGone;
import insights.export.ledger.Erasures;
import insights.export.start.ErasureRuns;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sees to it that erased profiles leave the destination and the ledger, however long a connection cannot be used. */
@ApplicationScoped
class ErasureService {

    private final Database database;
    private final Erasures erasures;
    private final ErasureRuns runs;
    private final ConnectionClient connections;

    ErasureService(Database database, Erasures erasures, ErasureRuns runs, ConnectionClient connections) {
        this.database = database;
        this.erasures = erasures;
        this.runs = runs;
        this.connections = connections;
    }

    /** @param addresses those that the profiles had, as far as it was told */
    void request(List<String> profiles, Map<String, List<String>> addresses) {
        database.transaction(connection -> {
            erasures.request(connection, profiles, addresses);
            return null;
        });
        begin();
    }

    /** Begins what is still to be done; what cannot be done now is looked at again later. */
    @Job
    @Scheduled(
            identity = "begin-erasures",
            every = "{insights.erasures.every}",
            delayed = "{insights.erasures.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.QUARTZ)
    void begin() {
        erasures.exports().forEach(this::begin);
    }

    /** There is no way to the destination any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    void connectionGone(@Observes ExportConnectionGone gone) {
        forget(gone.export());
    }

    private void begin(Erasures.PendingExport export) {
        Optional<Connection> connection = connections.find(export.connection());
        if (connection.isEmpty()) {
            forget(export.ledger());
        } else if (connection.get().obstacle().isEmpty()) {
            if (export.isFormer()) {
                runs.queueFormer(export.export(), export.connection());
            } else {
                runs.queue(export.export(), export.connection());
            }
        }
    }

    private void forget(UUID export) {
        database.transaction(connection -> {
            erasures.forget(connection, export);
            return null;
        });
    }
}
