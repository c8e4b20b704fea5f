package insights.segment.imports;

import insights.common.job.Job;
import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.common.sql.DatabaseException;
import insights.segment.SegmentProblem;
import insights.segment.file.text.UnusableFile;
import insights.segment.imports.intake.ImportConnections;
import insights.segment.imports.intake.ImportIntake;
import insights.segment.imports.intake.Pace;
import insights.segment.imports.intake.Spool;
import insights.segment.imports.log.ImportCanceled;
import insights.segment.imports.log.ImportLog;
import insights.segment.imports.log.ImportResponse;
import insights.segment.imports.merge.HeldBackImports;
import insights.segment.imports.merge.ImportCounts;
import insights.segment.imports.merge.ProfileMerge;
import insights.segment.imports.request.ImportRequest;
import insights.segment.imports.staging.StagedImport;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Imports files. A file is taken in whole; then everything happens in one transaction: a temporary table takes its lines, one
 * merge brings them into the profiles. Whatever goes wrong before its end, the profiles stay as they were.
 */
@ApplicationScoped
public class ImportService {

    private static final Logger LOG = Logger.getLogger(ImportService.class);

    private static final String BROKEN_OFF =
            "The file broke off before its end, and nothing was changed: send it again.";

    private final ImportLog log;
    private final ImportIntake intake;
    private final ProfileMerge merge;
    private final HeldBackImports heldBack;
    private final ImportMetrics metrics;
    private final ImportConnections connections;
    private final ExecutorService threads;

    ImportService(
            ImportLog log,
            ImportIntake intake,
            ProfileMerge merge,
            HeldBackImports heldBack,
            ImportMetrics metrics,
            ImportConnections connections,
            @VirtualThreads ExecutorService threads) {
        this.log = log;
        this.intake = intake;
        this.merge = merge;
        this.heldBack = heldBack;
        this.metrics = metrics;
        this.connections = connections;
        this.threads = threads;
    }

    /**
     * Takes in a file; when this returns it is all there, and is merged into the profiles meanwhile.
     *
     * @throws insights.common.problem.HttpProblem when the file cannot be imported or breaks off, or the key stands for
     *     something else
     */
    ImportResponse receive(ImportRequest request, InputStream body) {
        UUID id = log.newId();
        // With its lock before the import can be seen, so that nobody takes it for abandoned.
        Connection connection = connections.begin(lockOf(id));
        boolean handedOver = false;
        try {
            ImportResponse started = log.started(id, request);
            if (!started.id().equals(id)) {
                return repeated(started, request, body);
            }
            ImportResponse staged = intake.take(id, request, body, connection, this::finishLater);
            handedOver = true;
            return staged;
        } catch (UnusableFile e) {
            log.refused(id, e.getMessage());
            throw Problem.of(SegmentProblem.UNUSABLE_FILE, e.getMessage());
        } catch (ImportCanceled e) {
            throw Problem.of(CommonProblem.CONFLICT, e.getMessage());
        } catch (Pace.TooSlow e) {
            log.refused(id, e.getMessage());
            throw Problem.of(SegmentProblem.IMPORT_INTERRUPTED, e.getMessage());
        } catch (Spool.NoRoom e) {
            LOG.errorf(e, "No room for the file of import %s in %s", id, System.getProperty("java.io.tmpdir"));
            log.refused(id, e.getMessage());
            throw e.problem();
        } catch (IOException e) {
            LOG.debug("An import broke off", e);
            log.refused(id, BROKEN_OFF);
            throw Problem.of(SegmentProblem.IMPORT_INTERRUPTED, BROKEN_OFF);
        } catch (SQLException e) {
            close(id, e, log::refused);
            throw new DatabaseException(e);
        } catch (RuntimeException e) {
            close(id, e, log::refused);
            throw e;
        } finally {
            if (!handedOver) {
                connections.rollBack(connection);
            }
        }
    }

    private void finishLater(StagedImport file) {
        LOG.infof("Import %s has taken in %d lines", file.id(), file.received());
        threads.execute(() -> finish(file));
    }

    private ImportResponse repeated(ImportResponse first, ImportRequest request, InputStream body) throws IOException {
        if (!log.isOf(first.id(), intake.digest(request, body))) {
            throw Problem.of(
                    CommonProblem.IDEMPOTENCY_KEY_REUSED,
                    "The Idempotency-Key was used for another file, or other parameters, already: give this import one"
                            + " of its own.",
                    List.of(new FieldError("Idempotency-Key", "used for another request")));
        }
        return first;
    }

    @Job
    void finish(StagedImport file) {
        try {
            Optional<ImportCounts> done =
                    connections.complete(file.connection(), connection -> mergedOrTold(file, connection));
            done.ifPresent(metrics::count);
            LOG.infof("Import %s is %s", file.id(), done.isPresent() ? "done" : "stopped");
        } catch (RuntimeException e) {
            LOG.errorf(e, "Import %s failed", file.id());
            close(file.id(), e, log::failed);
        }
    }

    /** Why nothing came of it is told before its lock is let go: until then nobody takes it for abandoned. */
    private Optional<ImportCounts> mergedOrTold(StagedImport file, Connection connection) throws SQLException {
        Savepoint staged = connection.setSavepoint();
        try {
            ImportCounts counts = merge.merge(file);
            if (merge.succeed(file, counts)) {
                return Optional.of(counts);
            }
        } catch (UnusableFile e) {
            connection.rollback(staged);
            if (held(file, e)) {
                return Optional.empty();
            }
        }
        connection.rollback();
        return Optional.empty();
    }

    private boolean held(StagedImport file, UnusableFile why) throws SQLException {
        try {
            return heldBack.end(file, why);
        } catch (UnusableFile e) {
            log.failed(file.id(), e.getMessage());
            return false;
        }
    }

    /** Where the database is still away, the import is found abandoned when it is back. */
    private static void close(UUID id, Exception trouble, BiConsumer<UUID, String> closing) {
        try {
            closing.accept(id, ImportTrouble.words(trouble));
        } catch (RuntimeException e) {
            LOG.debugf(e, "Import %s is left open", id);
            trouble.addSuppressed(e);
        }
    }

    static String lockOf(UUID id) {
        return "import " + id;
    }
}
