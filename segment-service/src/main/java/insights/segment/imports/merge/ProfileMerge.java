package insights.segment.imports.merge;

import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.segment.change.ProfileChanges;
import insights.segment.definition.ActiveSegments;
import insights.segment.definition.SegmentCompiler;
import insights.segment.erasure.Tombstones;
import insights.segment.field.Field;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldType;
import insights.segment.file.column.Column;
import insights.segment.file.column.Columns;
import insights.segment.file.text.UnusableFile;
import insights.segment.imports.guard.ImportGuard;
import insights.segment.imports.guard.OptOutChange;
import insights.segment.imports.guard.Question;
import insights.segment.imports.guard.Unconfirmed;
import insights.segment.imports.request.ImportMode;
import insights.segment.imports.staging.ProfileCount;
import insights.segment.imports.staging.RejectionList;
import insights.segment.imports.staging.StagedImport;
import insights.segment.imports.staging.StagedMerge;
import insights.segment.imports.staging.StagedRejections;
import insights.segment.imports.staging.StagingTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a staged file into the profiles, in the transaction that staged it. */
@ApplicationScoped
public class ProfileMerge {

    /** Held to the end of a merge: one goes after the other, and nobody is erased in between. */
    private static final String LOCK = Tombstones.LOCK;

    private final FieldRepository fields;
    private final SegmentCompiler segments;
    private final OptOutMerge optOuts;
    private final ErasedReturns returns;

    ProfileMerge(FieldRepository fields, SegmentCompiler segments, OptOutMerge optOuts, ErasedReturns returns) {
        this.fields = fields;
        this.segments = segments;
        this.optOuts = optOuts;
        this.returns = returns;
    }

    /**
     * Does all of it but the commit.
     *
     * @throws UnusableFile when the file turns out not to fit what is there
     */
    public ImportCounts merge(StagedImport file) throws SQLException {
        Connection connection = file.connection();
        JobLock.queue(connection, LOCK);
        ProfileChanges.noting(connection);
        Instant now = Database.now(connection);
        boolean replace = file.request().mode() == ImportMode.REPLACE;
        StagingTable staging = new StagingTable(connection);
        StagedRejections rejections = new StagedRejections(connection);
        staging.useMoreMemory();
        Map<String, Field> before = fields.byName(connection);
        changeFields(file.columns(), staging, now);
        long optOutsBefore = optOuts.count(connection, file.optOuts().sources());
        OptOutMerge.Taken taken = optOuts.begin(file, now);
        if (replace) {
            rejections.spareRejected();
        }
        if (file.rejected() > 0) {
            rejections.removeRejected();
        }
        long kept = RejectionList.MAX_KEPT - file.kept();
        long duplicates = file.ascending() ? 0 : rejections.rejectDuplicates(file.id(), kept);
        long erased = rejections.rejectErased(file.id(), kept - duplicates);
        erased += rejectReturns(file, rejections, kept - duplicates - erased);
        long rejected = file.rejected() + duplicates + erased;
        if (replace && rejected == file.received()) {
            throw nothingToReplaceWith();
        }
        long optOutsEnded = optOuts.end(file, now);
        leaveOwnAddresses(file.request().mode(), file.columns(), staging);
        ProfileCount profiles = new ProfileCount(connection);
        ImportGuard guard = new ImportGuard(file, before, profiles);
        StagedMerge.Changes changes = new StagedMerge(connection)
                .merge(file.request().mode(), file.ascending(), profiles, guard::lookAtChanging, now);
        OptOutChange out = new OptOutChange(taken.byValues(), taken.byFile(), optOutsEnded, optOutsBefore);
        guard.askAboutOptOuts(out);
        List<Question> questions = changes.areNone() ? guard.questions() : guard.questions(changes.removed());
        if (!questions.isEmpty()) {
            throw new Unconfirmed(questions);
        }
        if (!changes.areNone() || !file.columns().changed().isEmpty() || !fields.isSampled(connection)) {
            fields.measure(connection, profiles.getAsLong() + changes.inserted() - changes.removed());
        }
        optOuts.finish(file, changes.removed() > 0, now);
        return new ImportCounts(
                file.received(),
                changes.inserted(),
                changes.updated(),
                changes.removed(),
                rejected,
                OptOutMerge.counts(file, out.taken(), out.ended()));
    }

    /** What another file said of an address counts more than that the id is one, too. */
    public static void leaveOwnAddresses(ImportMode mode, Columns columns, StagingTable staging) throws SQLException {
        Optional<Column> filled = columns.filledByIds();
        if (mode == ImportMode.UPSERT && filled.isPresent()) {
            staging.leaveOwnAddresses(filled.get().field());
        }
    }

    private long rejectReturns(StagedImport file, StagedRejections rejections, long keep) throws SQLException {
        if (!file.addressed()) {
            return 0;
        }
        List<Long> lines = returns.lines(file.connection(), optOuts.addressFields(file.connection()));
        return rejections.rejectReturns(file.id(), lines, keep, file.request().mode() == ImportMode.REPLACE);
    }

    public static UnusableFile nothingToReplaceWith() {
        return new UnusableFile("No line of the file can be imported, and replacing would remove every profile.");
    }

    private void changeFields(Columns columns, StagingTable staging, Instant now) throws SQLException {
        Connection connection = staging.connection();
        Map<String, FieldType> known = fields.types(connection);
        for (Column column : columns.typed()) {
            FieldType type = known.get(column.field());
            if (type != null && type != column.type() && !column.isWidened()) {
                throw new UnusableFile(
                        "Another import has made \"%s\" a field of type %s meanwhile: send the file again."
                                .formatted(column.field(), type.label()));
            }
        }
        boolean widened = columns.changed().stream().anyMatch(Column::isWidened);
        ActiveSegments before = widened ? segments.compileActive(connection, now) : null;
        for (Column column : columns.changed()) {
            if (column.isWidened()) {
                staging.makeText(column.field(), now);
            }
            fields.put(connection, column.field(), column.type());
        }
        if (widened) {
            segments.compileActive(connection, now).brokenSince(before).ifPresent(broken -> {
                throw new UnusableFile(
                        "A field cannot become text, because a segment relies on its type. " + broken.detail());
            });
        }
    }

    /**
     * Enters the result, so that it is seen with the commit.
     *
     * @return whether it was still running
     */
    public boolean succeed(StagedImport file, ImportCounts counts) throws SQLException {
        return 1
                == Database.update(
                        file.connection(),
                        Sql.of(
                                """
                                update profile_import set status = 'SUCCESSFUL', finished_at = ?, received = ?, inserted = ?,
                                    updated = ?, unchanged = ?, removed = ?, rejected = ?, opted_out = ?, opt_outs_ended = ?,
                                    columns = ?
                                where id = ? and status = 'RUNNING'""",
                                Database.now(file.connection()),
                                counts.received(),
                                counts.inserted(),
                                counts.updated(),
                                counts.unchanged(),
                                counts.removed(),
                                counts.rejected(),
                                counts.optOuts().taken(),
                                counts.optOuts().ended(),
                                file.columns().filling().stream()
                                        .map(Column::field)
                                        .toArray(String[]::new),
                                file.id()));
    }
}
