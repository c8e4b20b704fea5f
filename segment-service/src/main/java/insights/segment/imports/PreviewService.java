package insights.segment.imports;

import insights.common.problem.Problem;
import insights.common.sql.Database;
import insights.common.sql.DatabaseException;
import insights.segment.SegmentProblem;
import insights.segment.erasure.Tombstones;
import insights.segment.field.Field;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldRole;
import insights.segment.field.FieldType;
import insights.segment.file.FileReading;
import insights.segment.file.column.Column;
import insights.segment.file.column.Columns;
import insights.segment.file.row.ImportRejection;
import insights.segment.file.row.Remark;
import insights.segment.file.text.UnusableFile;
import insights.segment.imports.ImportPreview.PreviewedColumn;
import insights.segment.imports.guard.ImportGuard;
import insights.segment.imports.guard.OptOutChange;
import insights.segment.imports.guard.Question;
import insights.segment.imports.intake.ImportConnections;
import insights.segment.imports.intake.ImportIntake;
import insights.segment.imports.intake.Pace;
import insights.segment.imports.intake.Spool;
import insights.segment.imports.merge.OptOutMerge;
import insights.segment.imports.merge.OptOutRemarks;
import insights.segment.imports.merge.ProfileMerge;
import insights.segment.imports.request.ImportMode;
import insights.segment.imports.request.ImportRequest;
import insights.segment.imports.staging.RejectionList;
import insights.segment.imports.staging.SampledStaging;
import insights.segment.imports.staging.StagedImport;
import insights.segment.imports.staging.StagedRejections;
import insights.segment.imports.staging.StagingTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a file as an import would, compares it with the profiles, and leaves everything as it is. */
@ApplicationScoped
class PreviewService {

    private static final int REJECTIONS = 100;

    private final ImportIntake intake;
    private final ImportConnections connections;
    private final FieldRepository fields;
    private final PreviewedReturns returns;
    private final Tombstones tombstones;
    private final OptOutMerge optOuts;
    private final Database database;

    PreviewService(
            ImportIntake intake,
            ImportConnections connections,
            FieldRepository fields,
            PreviewedReturns returns,
            Tombstones tombstones,
            OptOutMerge optOuts,
            Database database) {
        this.intake = intake;
        this.connections = connections;
        this.fields = fields;
        this.returns = returns;
        this.tombstones = tombstones;
        this.optOuts = optOuts;
        this.database = database;
    }

    /** @throws insights.common.problem.HttpProblem when the file cannot be imported or breaks off */
    ImportPreview preview(ImportRequest request, InputStream body) {
        Connection connection = connections.begin();
        try (Spool spool = intake.spool(body)) {
            return preview(request, spool, connection);
        } catch (UnusableFile e) {
            throw Problem.of(SegmentProblem.UNUSABLE_FILE, e.getMessage());
        } catch (Spool.NoRoom e) {
            throw e.problem();
        } catch (IOException e) {
            throw Problem.of(
                    SegmentProblem.IMPORT_INTERRUPTED,
                    e instanceof Pace.TooSlow ? e.getMessage() : "The file broke off before its end: send it again.");
        } catch (SQLException e) {
            throw new DatabaseException(e);
        } finally {
            connections.rollBack(connection);
        }
    }

    private ImportPreview preview(ImportRequest request, Spool spool, Connection connection)
            throws IOException, SQLException {
        StagingTable table = new StagingTable(connection);
        table.create();
        boolean replace = request.mode() == ImportMode.REPLACE;
        Shown shown = new Shown();
        try (SampledStaging staging = new SampledStaging(table, shown, intake.marks(connection), replace)) {
            FileReading.Summary summary = intake.read(spool, request, connection, staging);
            List<String> sources = staging.optOuts().sources();
            table.useMoreMemory();
            OptOutMerge.SaidBefore before = optOuts.saidBefore(connection, staging.said(), summary.digest(), sources);
            shown.add(new StagedRejections(connection)
                    .shown(!staging.ascending(), tombstones.exist(connection), REJECTIONS));
            shown.add(StagedRejections.returned(returns.takeOut(table, summary.columns()), REJECTIONS));
            OptOutChange out = optOuts.foretell(table, summary.columns(), sources, before.since());
            ProfileMerge.leaveOwnAddresses(request.mode(), summary.columns(), table);
            StagingTable.Foretold foretold = table.foretell(request.mode());
            if (replace && foretold.taken() == 0) {
                throw ProfileMerge.nothingToReplaceWith();
            }
            return new ImportPreview(
                    summary.charset(),
                    summary.separator() == null ? null : summary.separator().toString(),
                    summary.received(),
                    foretold.inserted(),
                    foretold.updated(),
                    foretold.taken() - foretold.inserted() - foretold.updated(),
                    foretold.removed(),
                    summary.received() - foretold.taken(),
                    shown.values(),
                    out.taken(),
                    out.ended(),
                    staging.optOuts().unreadable(),
                    columns(summary.columns(), summary.remarks(), staging),
                    summary.with(OptOutRemarks.ofKept(before)).remarks(),
                    shown.inOrder(),
                    questions(request, summary, staging.ascending(), foretold, out, connection));
        }
    }

    private static List<PreviewedColumn> columns(Columns columns, List<Remark> remarks, SampledStaging staging) {
        return columns.filling().stream()
                .map(column -> new PreviewedColumn(
                        column.name(),
                        column.field(),
                        column.type() == null ? FieldType.STRING : column.type(),
                        !columns.isKnown(column),
                        column.role(),
                        suggested(column, remarks),
                        column.filled(),
                        staging.samples(column)))
                .toList();
    }

    /** A role that the column may have and has not; null for none. */
    private static FieldRole suggested(Column column, List<Remark> remarks) {
        if (column.role() == FieldRole.EMAIL || column.isCopyOfId()) {
            // Its addresses, or ids, say of nobody that they opted out, whatever its name says of all of them.
            return null;
        }
        return remarks.stream()
                .filter(remark -> column.name().equals(remark.column()))
                .map(Remark::suggestedRole)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<Question> questions(
            ImportRequest request,
            FileReading.Summary summary,
            boolean ascending,
            StagingTable.Foretold foretold,
            OptOutChange out,
            Connection connection)
            throws SQLException {
        StagedImport file = new StagedImport(
                null,
                request,
                summary.columns(),
                summary.received(),
                summary.mayBeCut(),
                0,
                0,
                ascending,
                null,
                false,
                false,
                null,
                null,
                connection);
        Map<String, Field> known = fields.byName(connection);
        ImportGuard guard = new ImportGuard(file, known, foretold::profiles);
        guard.lookAtAll(connection, foretold.updated());
        guard.askAboutOptOuts(out);
        return guard.questions(foretold.removed());
    }

    /** The first rejections, kept in memory. */
    private final class Shown extends RejectionList {

        private final List<ImportRejection> first = new ArrayList<>();

        Shown() {
            super(null, database);
        }

        @Override
        protected void add(ImportRejection rejection) {
            count(rejection);
            if (first.size() < REJECTIONS) {
                first.add(rejection);
            }
        }

        /** What shows only when all lines are there. */
        void add(List<ImportRejection> staged) {
            first.addAll(staged);
        }

        List<ImportRejection> inOrder() {
            return first.stream()
                    .sorted(Comparator.comparingLong(ImportRejection::line))
                    .limit(REJECTIONS)
                    .toList();
        }

        @Override
        protected void save() {
            // They are shown and not kept.
        }

        @Override
        protected void clear() {
            first.clear();
            forget();
        }
    }
}
