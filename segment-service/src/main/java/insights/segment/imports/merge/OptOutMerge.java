package insights.segment.imports.merge;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.erasure.Tombstones;
import insights.segment.field.Field;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldRole;
import insights.segment.file.column.Column;
import insights.segment.file.column.Columns;
import insights.segment.file.text.UnusableFile;
import insights.segment.imports.guard.OptOutChange;
import insights.segment.imports.merge.ImportCounts.OptOutCounts;
import insights.segment.imports.staging.StagedImport;
import insights.segment.imports.staging.StagingTable;
import insights.segment.optout.FieldRoles;
import insights.segment.optout.FileOptOuts;
import insights.segment.optout.OptOutScan;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The part of a merge that is about who opted out: the roles of fields, and what the lines say. */
@ApplicationScoped
public class OptOutMerge {

    private final FieldRepository fields;
    private final FieldRoles roles;
    private final FileOptOuts optOuts;
    private final Tombstones tombstones;

    OptOutMerge(FieldRepository fields, FieldRoles roles, FileOptOuts optOuts, Tombstones tombstones) {
        this.fields = fields;
        this.roles = roles;
        this.optOuts = optOuts;
        this.tombstones = tombstones;
    }

    /** Opt-outs that there are more, as of an {@link OptOutChange}. */
    record Taken(long byValues, long byFile) {}

    /** Gives the fields their roles and opts out whom the file says so of. When the fields are there, and all lines still are. */
    Taken begin(StagedImport file, Instant now) throws SQLException {
        Connection connection = file.connection();
        refuseUnmarked(file);
        long byValues = changeRoles(file);
        return new Taken(byValues, take(file, addressFields(connection), now));
    }

    /**
     * Opts out whom the file says so of and leaves all else as it is: fields that are new are not made.
     *
     * @return how many opt-outs there are more
     */
    long takeOnly(StagedImport file, Instant now) throws SQLException {
        Connection connection = file.connection();
        refuseUnmarked(file);
        Set<String> addressFields = new LinkedHashSet<>(addressFields(connection));
        addressFields.addAll(fields(file.columns().withRole(FieldRole.EMAIL)));
        List<String> names = List.copyOf(addressFields);
        long taken = take(file, names, now);
        takeContrary(file, now);
        optOuts.keepAddresses(connection, names, false);
        return taken;
    }

    private long take(StagedImport file, List<String> addressFields, Instant now) throws SQLException {
        Instant first = firstImport(file.connection(), file.said(), file.content(), file.id());
        return optOuts.take(
                file.connection(), file.optOuts().sources(), addressFields, first == null ? now : first, now);
    }

    /** Ends the opt-outs that the lines that count plainly end. */
    long end(StagedImport file, Instant now) throws SQLException {
        return optOuts.end(
                file.connection(),
                file.optOuts().sources(),
                firstImport(file.connection(), file.said(), file.content(), file.id()),
                file.id(),
                now);
    }

    /**
     * What becomes of opt-outs by a file that is only shown. When the lines that do not count are rejected ones.
     *
     * @param since as of {@link SaidBefore}
     */
    public OptOutChange foretell(StagingTable table, Columns columns, List<String> sources, Instant since)
            throws SQLException {
        long more = 0;
        long said = 0;
        long ended = 0;
        for (Column column : columns.changedTo(FieldRole.OPT_OUT)) {
            if (columns.hasValues(column)) {
                OptOutScan.Foretold stored =
                        optOuts.foretellStored(table.connection(), column.field(), sources.indexOf(column.field()));
                more += stored.more();
                said += stored.said();
                ended += stored.ended();
            }
        }
        return new OptOutChange(
                more,
                table.foretellOptOuts(sources) - said,
                ended + optOuts.foretellEnd(table.connection(), sources, since),
                optOuts.count(table.connection(), sources));
    }

    /** How many opt-outs there are by the fields. */
    long count(Connection connection, List<String> sources) throws SQLException {
        return optOuts.count(connection, sources);
    }

    /**
     * That another file said the same before.
     *
     * @param since when it came first; null when none did
     * @param kept opt-outs that came later and that the file would end if it were newer
     */
    public record SaidBefore(Instant since, long kept) {}

    /**
     * @param said as of a {@link StagedImport}
     * @param content as of that
     */
    public SaidBefore saidBefore(Connection connection, byte[] said, byte[] content, List<String> sources)
            throws SQLException {
        Instant since = said == null ? null : firstImport(connection, said, content, null);
        return since == null
                ? new SaidBefore(null, 0)
                : new SaidBefore(
                        since,
                        optOuts.foretellEnd(connection, sources, null)
                                - optOuts.foretellEnd(connection, sources, since));
    }

    /** Keeps the addresses of people who opted out, as the profiles have them now. */
    void finish(StagedImport file, boolean removed, Instant now) throws SQLException {
        Connection connection = file.connection();
        fields.withoutAddresses(
                connection,
                file.columns().changedTo(FieldRole.EMAIL).stream()
                        .filter(column -> !file.columns().isKnown(column))
                        .map(Column::field)
                        .toList());
        fields.turnRound(connection, file.optOuts().truths().turnedRound(), true);
        fields.turnRound(connection, file.optOuts().truths().usual(), false);
        fields.haveOwnWords(connection, file.optOuts().truths().own());
        takeContrary(file, now);
        optOuts.keepAddresses(connection, addressFields(connection), removed);
        fields.imported(
                connection,
                fields(file.columns().filling()),
                fields(file.columns().filled()),
                now);
    }

    private void takeContrary(StagedImport file, Instant now) throws SQLException {
        Set<String> turnedRound = new HashSet<>(fields.turnedRound(file.connection()));
        turnedRound.addAll(file.optOuts().truths().turnedRound());
        optOuts.takeContrary(file.connection(), file.optOuts().sources(), turnedRound, now);
    }

    private static List<String> fields(List<Column> columns) {
        return columns.stream().map(Column::field).toList();
    }

    static OptOutCounts counts(StagedImport file, long taken, long ended) {
        return new OptOutCounts(taken, ended, file.optOuts().unreadable());
    }

    List<String> addressFields(Connection connection) throws SQLException {
        return fields.withRole(connection, FieldRole.EMAIL);
    }

    private void refuseUnmarked(StagedImport file) throws SQLException {
        Connection connection = file.connection();
        boolean unmarked = !file.marked() && (tombstones.exist(connection) || optOuts.exist(connection));
        if (unmarked || !file.addressed() && tombstones.haveAddresses(connection)) {
            throw new UnusableFile(
                    "The first person was erased or opted out while the file came in: send the file again.");
        }
    }

    /** @return how many opt-outs there are more by values that profiles have already */
    private long changeRoles(StagedImport file) throws SQLException {
        Connection connection = file.connection();
        Map<String, Field> known = fields.byName(connection);
        List<Column> given = GivenRole.columns(file.columns());
        for (Column column : file.columns().typed()) {
            Field field = known.get(column.field());
            boolean expected = field.role() == column.role() || given.contains(column);
            if (!expected && (field.role() != null || file.columns().isKnown(column))) {
                throw new UnusableFile(
                        "Somebody has changed the role of the field \"%s\" meanwhile: send the file again."
                                .formatted(column.field()));
            }
        }
        long found = 0;
        for (Column column : given) {
            if (file.columns().isKnown(column)) {
                found += roles.give(connection, column.field(), column.role());
            } else {
                fields.setRole(connection, column.field(), column.role());
            }
        }
        return found;
    }

    /** When a file that said the same came first, also one that was asked about, refused or stopped; null when none did. */
    private static Instant firstImport(Connection connection, byte[] said, byte[] content, UUID id)
            throws SQLException {
        return Database.first(
                        connection,
                        Sql.of(
                                "select min(started_at) from profile_import where (said = ? or content = ?)"
                                        + " and id is distinct from ?::uuid",
                                said,
                                content,
                                id),
                        row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .orElseThrow()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
