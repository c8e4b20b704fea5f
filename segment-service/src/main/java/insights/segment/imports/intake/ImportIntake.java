package insights.segment.imports.intake;

import insights.common.sql.Database;
import insights.segment.erasure.Tombstones;
import insights.segment.field.Field;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldRole;
import insights.segment.file.FileReading;
import insights.segment.file.column.Columns;
import insights.segment.file.row.Row;
import insights.segment.file.text.UnusableFile;
import insights.segment.imports.guard.MissingColumns;
import insights.segment.imports.log.ImportCanceled;
import insights.segment.imports.log.ImportLog;
import insights.segment.imports.log.ImportResponse;
import insights.segment.imports.merge.OptOutMerge;
import insights.segment.imports.merge.OptOutRemarks;
import insights.segment.imports.request.ImportMode;
import insights.segment.imports.request.ImportRequest;
import insights.segment.imports.staging.RejectionList;
import insights.segment.imports.staging.StagedImport;
import insights.segment.imports.staging.Staging;
import insights.segment.imports.staging.StagingTable;
import insights.segment.optout.FileOptOuts;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes files in: first to this machine's disk, at the pace of whoever sends them, then into the staging table. */
@ApplicationScoped
public class ImportIntake {

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(1);

    /** Looking at the clock costs more than reading a line. */
    private static final int PROGRESS_LINES = 1_000;

    private static final String OPTS_NOBODY_OUT =
            "%s Nobody was opted out by the file; %,d of the lines that were read say so of somebody, and do not count before it is imported.";

    private final ImportLog log;
    private final FieldRepository fields;
    private final Tombstones tombstones;
    private final FileOptOuts optOuts;
    private final OptOutMerge merge;
    private final Database database;
    private final ImportLimits limits;
    private final Clock clock;

    ImportIntake(
            ImportLog log,
            FieldRepository fields,
            Tombstones tombstones,
            FileOptOuts optOuts,
            OptOutMerge merge,
            Database database,
            ImportLimits limits,
            Clock clock) {
        this.log = log;
        this.fields = fields;
        this.tombstones = tombstones;
        this.optOuts = optOuts;
        this.merge = merge;
        this.database = database;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Takes all of it.
     *
     * @param next gets the file when it is all there
     */
    public ImportResponse take(
            UUID id, ImportRequest request, InputStream body, Connection connection, Consumer<StagedImport> next)
            throws IOException, SQLException {
        Instant[] last = {clock.instant()};
        Spool.Progress progress = (now, bytes) -> {
            if (now.isAfter(last[0].plus(PROGRESS_EVERY))) {
                log.progress(id, bytes, 0, 0);
                last[0] = now;
            }
        };
        try (Spool spool = Spool.receive(body, limits.bytes(), new Pace(clock, limits), progress)) {
            log.progress(id, spool.size(), 0, 0);
            StagingTable table = new StagingTable(connection);
            table.create();
            Staging.Marks marks = marks(connection);
            try (Staging staging = new Staging(table, new RejectionList(id, database), marks, replaces(request)) {
                @Override
                public void row(Row row) throws IOException {
                    super.row(row);
                    if (received() % PROGRESS_LINES == 0 && clock.instant().isAfter(last[0].plus(PROGRESS_EVERY))) {
                        log.progress(id, spool.size(), received(), rejections().lines());
                        last[0] = clock.instant();
                    }
                }
            }) {
                FileReading.Summary read = readOrRemember(id, spool, request, connection, staging);
                byte[] said = staging.said();
                byte[] content = read.digest();
                FileReading.Summary summary = read.with(OptOutRemarks.ofKept(merge.saidBefore(
                        connection, said, content, staging.optOuts().sources())));
                StagedImport file = new StagedImport(
                        id,
                        request,
                        summary.columns(),
                        summary.received(),
                        summary.mayBeCut(),
                        staging.rejections().lines(),
                        staging.rejections().kept(),
                        staging.ascending(),
                        staging.optOuts(),
                        marks.marking(),
                        marks.addressed(),
                        said,
                        content,
                        connection);
                ImportResponse staged = log.staged(
                        file,
                        summary,
                        spool.size(),
                        staging.rejections().values(),
                        Digests.of(content, request.parameters()));
                next.accept(file);
                return staged;
            }
        }
    }

    /** A file that is refused, or stopped, is no newer when it comes again: what was said since it came first goes on. */
    private FileReading.Summary readOrRemember(
            UUID id, Spool spool, ImportRequest request, Connection connection, Staging staging)
            throws IOException, SQLException {
        try {
            return read(spool, request, connection, staging);
        } catch (UnusableFile e) {
            log.known(id, staging.isWhole() ? staging.said() : null, content(spool, request));
            long out = staging.linesOut();
            throw out == 0 ? e : new UnusableFile(OPTS_NOBODY_OUT.formatted(e.getMessage(), out));
        } catch (ImportCanceled e) {
            log.known(id, null, content(spool, request));
            throw e;
        }
    }

    private byte[] content(Spool spool, ImportRequest request) throws IOException {
        try {
            return request.format().digest(spool.open(), limits.ofContent());
        } catch (UnusableFile e) {
            // Nobody can read it, so it cannot be known by what it says.
            return null;
        }
    }

    /** A hash of a request, by which it is known when it comes again. */
    public byte[] digest(ImportRequest request, InputStream body) throws IOException {
        try (Spool spool = spool(body)) {
            byte[] content = content(spool, request);
            return content == null ? new byte[0] : Digests.of(content, request.parameters());
        }
    }

    /** Reads a file into the staging table. */
    public FileReading.Summary read(Spool spool, ImportRequest request, Connection connection, Staging staging)
            throws IOException, SQLException {
        Map<String, Field> known = fields.byName(connection);
        Set<String> turnedRound = Set.copyOf(fields.turnedRound(connection));
        MissingColumns missing = MissingColumns.look(connection, known, request.mode());
        boolean optOutsKnown = optOuts.exist(connection)
                || known.values().stream().anyMatch(field -> field.role() == FieldRole.OPT_OUT);
        FileReading reading = new FileReading(
                spool,
                request.format(),
                request.options(),
                limits.ofContent(),
                () -> new Columns(
                        known, request.options().types(), request.options().widen(), turnedRound));
        FileReading.Summary summary = reading.read(staging);
        staging.end();
        staging.optOuts()
                .truths()
                .refuseMistakes(turnedRound, Set.copyOf(fields.withOwnWords(connection)), summary.columns());
        ConsentElsewhere.refuse(
                summary.columns(), turnedRound, request.options().renamed().keySet());
        if (summary.cut() && replaces(request)) {
            throw new UnusableFile(
                    "The file ends in the middle of a line, so it is not whole, and replacing would remove those who"
                            + " are missing: send the whole file.");
        }
        if (request.expectedLines() != null && request.expectedLines() != summary.received()) {
            throw new UnusableFile("The file has %,d lines, and %,d are expected (expectedLines): send the whole file."
                    .formatted(summary.received(), request.expectedLines()));
        }
        FileReading.Summary told = summary.with(missing.remarks(summary.columns()))
                .with(OptOutRemarks.ofMany(
                        staging.optOuts().lines(),
                        summary.received(),
                        staging.optOuts().unreadable()))
                .with(OptOutRemarks.ofStrangeAddresses(
                        staging.optOuts().strangeAddresses(), staging.optOuts().firstStrange()))
                .with(OptOutRemarks.remarks(
                        summary.columns(),
                        summary.received() - staging.rejections().lines(),
                        summary.remarks()));
        boolean bringsAny = summary.received() > staging.rejections().lines()
                && !request.options().roles().containsValue(FieldRole.OPT_OUT);
        return bringsAny ? told.with(OptOutRemarks.ofNobody(summary.columns(), optOutsKnown, told.remarks())) : told;
    }

    public Staging.Marks marks(Connection connection) throws SQLException {
        return new Staging.Marks(
                tombstones.exist(connection) || optOuts.exist(connection),
                tombstones.haveAddresses(connection),
                tombstones.fingerprints());
    }

    /** Takes a file to this machine's disk. */
    public Spool spool(InputStream body) throws IOException {
        return Spool.receive(body, limits.bytes(), new Pace(clock, limits), (now, bytes) -> {});
    }

    private static boolean replaces(ImportRequest request) {
        return request.mode() == ImportMode.REPLACE;
    }
}
