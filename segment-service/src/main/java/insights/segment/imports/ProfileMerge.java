package insights.segment.imports;

import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.segment.definition.SegmentCompiler;
import insights.segment.definition.SegmentNotComputable;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldType;
import insights.segment.erasure.Tombstones;
import insights.segment.file.Column;
import insights.segment.file.Columns;
import insights.segment.file.UnusableFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Brings a staged file into the profiles, in the transaction that staged it. */
@ApplicationScoped
class ProfileMerge {

    /** Held to the end of a merge: one goes after the other, and nobody is erased in between. */
    private static final String LOCK = Tombstones.LOCK;

    private final FieldRepository fields;
    private final SegmentCompiler segments;
    private final Tombstones tombstones;
    private final Clock clock;

    ProfileMerge(FieldRepository fields, SegmentCompiler segments, Tombstones tombstones, Clock clock) {
        this.fields = fields;
        this.segments = segments;
        this.tombstones = tombstones;
        this.clock = clock;
    }

    /**
     * Does all of it but the commit.
     *
     * @throws UnusableFile when the file turns out not to fit what is there
     */
    ImportCounts merge(StagedImport file) throws SQLException {
        Connection connection = file.connection();
        JobLock.take(connection, LOCK);
        Instant now = clock.instant();
        StagingTable staging = new StagingTable(connection);
        staging.useMoreMemory();
        changeFields(file.columns(), staging, now);
        if (file.request().mode() == ImportMode.REPLACE) {
            staging.spareRejected();
        }
        long kept = RejectionList.MAX_KEPT - file.rejected();
        long duplicates = file.distinct() ? 0 : staging.rejectDuplicates(file.id(), kept);
        long erased = rejectErased(file, staging, kept - duplicates);
        long rejected = file.rejected() + duplicates + erased;
        if (file.request().mode() == ImportMode.REPLACE && rejected == file.received()) {
            throw new UnusableFile("No line of the file can be imported, and replacing would remove every profile.");
        }
        StagingTable.Changes changes = staging.mergeIntoProfiles(file.request().mode(), now);
        fields.measure(connection, changes.profiles());
        return new ImportCounts(file.received(), changes.inserted(), changes.updated(), changes.removed(), rejected);
    }

    private long rejectErased(StagedImport file, StagingTable staging, long keep) throws SQLException {
        if (file.fingerprinted()) {
            return staging.rejectErased(file.id(), keep);
        }
        if (tombstones.exist(file.connection())) {
            throw new UnusableFile("The first profile was erased while the file came in: send the file again.");
        }
        return 0;
    }

    private void changeFields(Columns columns, StagingTable staging, Instant now) throws SQLException {
        Connection connection = staging.connection();
        Map<String, FieldType> known = fields.types(connection);
        for (Column column : columns.typed()) {
            FieldType type = known.get(column.field());
            if (type != null && type != column.type() && !column.widened()) {
                throw new UnusableFile(
                        "Another import has made \"%s\" a field of type %s meanwhile: send the file again."
                                .formatted(column.field(), type.label()));
            }
        }
        for (Column column : columns.changed()) {
            if (column.widened()) {
                staging.makeText(column.field(), now);
            }
            fields.put(connection, column.field(), column.type());
        }
        if (columns.changed().stream().anyMatch(Column::widened)) {
            refuseToBreakSegments(connection, now);
        }
    }

    private void refuseToBreakSegments(Connection connection, Instant now) throws SQLException {
        try {
            segments.compileActive(connection, now);
        } catch (SegmentNotComputable e) {
            throw new UnusableFile(
                    "A field cannot become text, because a segment relies on its type. " + e.getMessage());
        }
    }

    /** Enters the result, so that it is seen with the commit. */
    void succeed(StagedImport file, ImportCounts counts) throws SQLException {
        Database.update(
                file.connection(),
                Sql.of(
                        """
                        update profile_import set status = 'SUCCESSFUL', finished_at = ?, received = ?, inserted = ?,
                            updated = ?, unchanged = ?, removed = ?, rejected = ?
                        where id = ? and status = 'RUNNING'""",
                        clock.instant(),
                        counts.received(),
                        counts.inserted(),
                        counts.updated(),
                        counts.unchanged(),
                        counts.removed(),
                        counts.rejected(),
                        file.id()));
    }
}
