package insights.segment.imports;

import insights.common.problem.Problem;
import insights.common.sql.Database;
import insights.common.sql.DatabaseException;
import insights.common.sql.JobLock;
import insights.segment.SegmentProblem;
import insights.segment.erasure.Tombstones;
import insights.segment.field.FieldRepository;
import insights.segment.file.ColumnMapping;
import insights.segment.file.Columns;
import insights.segment.file.LineReader;
import insights.segment.file.UnusableFile;
import insights.segment.optout.FileOptOuts;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;

/**
 * Imports files. Everything happens in one transaction: a temporary table takes the file as it comes in, one merge brings
 * it into the profiles. Whatever goes wrong before its end, the profiles stay as they were.
 */
@ApplicationScoped
public class ImportService {

    private static final Logger LOG = Logger.getLogger(ImportService.class);

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(1);

    /** Looking at the clock costs more than reading a line. */
    private static final int PROGRESS_LINES = 1_000;

    private static final String OURS =
            "Something went wrong here: send the file again, or ask whoever runs this service.";

    private static final String BROKEN_OFF =
            "The file broke off before its end, and nothing was changed: send it again.";

    private final ImportLog log;
    private final ProfileMerge merge;
    private final FieldRepository fields;
    private final Tombstones tombstones;
    private final FileOptOuts optOuts;
    private final ImportMetrics metrics;
    private final ImportConnections connections;
    private final Database database;
    private final Clock clock;
    private final ExecutorService threads;

    ImportService(
            ImportLog log,
            ProfileMerge merge,
            FieldRepository fields,
            Tombstones tombstones,
            FileOptOuts optOuts,
            ImportMetrics metrics,
            ImportConnections connections,
            Database database,
            Clock clock,
            @VirtualThreads ExecutorService threads) {
        this.log = log;
        this.merge = merge;
        this.fields = fields;
        this.tombstones = tombstones;
        this.optOuts = optOuts;
        this.metrics = metrics;
        this.connections = connections;
        this.database = database;
        this.clock = clock;
        this.threads = threads;
    }

    /**
     * Takes in a file; when this returns it is all there, and is merged into the profiles meanwhile.
     *
     * @throws insights.common.problem.HttpProblem when the file cannot be imported or breaks off
     */
    ImportResponse receive(ImportRequest request, InputStream body) {
        UUID id = log.newId();
        Connection connection = connections.begin();
        boolean handedOver = false;
        try {
            // Taken before the import can be seen, so that nobody takes it for abandoned.
            JobLock.take(connection, lockOf(id));
            ImportResponse started = log.started(id, request);
            if (!started.id().equals(id)) {
                return started;
            }
            StagedImport file = stage(id, request, body, connection);
            ImportResponse staged = log.staged(id, file);
            LOG.infof("Import %s has taken in %d lines", id, file.received());
            threads.execute(() -> finish(file));
            handedOver = true;
            return staged;
        } catch (UnusableFile e) {
            log.refused(id, e.getMessage());
            throw Problem.of(SegmentProblem.UNUSABLE_FILE, e.getMessage());
        } catch (IOException e) {
            LOG.debug("An import broke off", e);
            log.refused(id, BROKEN_OFF);
            throw Problem.of(SegmentProblem.IMPORT_INTERRUPTED, BROKEN_OFF);
        } catch (SQLException e) {
            log.refused(id, OURS);
            throw new DatabaseException(e);
        } catch (RuntimeException e) {
            log.refused(id, OURS);
            throw e;
        } finally {
            if (!handedOver) {
                connections.rollBack(connection);
            }
        }
    }

    private StagedImport stage(UUID id, ImportRequest request, InputStream body, Connection connection)
            throws IOException, SQLException {
        new StagingTable(connection).create();
        Columns columns = new Columns(fields.byName(connection));
        RejectionList rejections = new RejectionList(id, database);
        boolean marking = tombstones.exist(connection) || optOuts.exist(connection);
        boolean addressed = tombstones.haveAddresses(connection);
        ColumnMapping mapping = new ColumnMapping(columns, request.idColumn(), request.renamed(), request.roles());
        MessageDigest content = sha256();
        content.update(request.readAs().getBytes(StandardCharsets.UTF_8));
        try (LineReader lines = request.format().open(new DigestInputStream(body, content), mapping);
                StagedFile file = new StagedFile(
                        lines, request, rejections, marking, addressed, tombstones.fingerprints(), connection)) {
            file.readAll(throttled(id, rejections));
            return new StagedImport(
                    id,
                    request,
                    columns,
                    file.received(),
                    rejections.count(),
                    file.distinct(),
                    file.optOuts(),
                    marking,
                    addressed,
                    content.digest(),
                    connection);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private LongConsumer throttled(UUID id, RejectionList rejections) {
        Instant[] last = {clock.instant()};
        return received -> {
            if (received % PROGRESS_LINES == 0 && clock.instant().isAfter(last[0].plus(PROGRESS_EVERY))) {
                log.progress(id, received, rejections.count());
                last[0] = clock.instant();
            }
        };
    }

    private void finish(StagedImport file) {
        try {
            metrics.count(connections.complete(file.connection(), connection -> {
                ImportCounts counts = merge.merge(file);
                merge.succeed(file, counts);
                return counts;
            }));
            LOG.infof("Import %s is done", file.id());
        } catch (UnusableFile e) {
            log.failed(file.id(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Import %s failed", file.id());
            log.failed(file.id(), OURS);
        }
    }

    static String lockOf(UUID id) {
        return "import " + id;
    }
}
