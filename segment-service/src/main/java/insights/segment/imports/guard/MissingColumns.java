package insights.segment.imports.guard;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.field.Field;
import insights.segment.file.column.Column;
import insights.segment.file.column.Columns;
import insights.segment.file.row.Remark;
import insights.segment.imports.request.ImportMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds columns that are missing from a file and that people rely on: whoever renames a column at the source leaves the old
 * values behind, and nobody notices. Files come from several sources, so a file is compared with the last one of its kind:
 * that shares at least half of the columns; or, where this one brings a field that there never was, has as many and shares
 * one, if there is more than one.
 */
public final class MissingColumns {

    /** Of more than these nothing is remembered that somebody relies on. */
    private static final int EARLIER = 50;

    /** A field that fewer profiles have is not missed. */
    private static final double IN_USE = 0.1;

    private static final Sql LATEST = Sql.of("""
            select columns, started_at from profile_import where status = 'SUCCESSFUL' and columns is not null
            order by id desc limit ?""", EARLIER);

    private static final Sql IN_RULES = Sql.of("""
            select distinct jsonb_path_query(rule, '$.**.field') #>> '{}' from segment
            where rule is not null and status = 'ACTIVE'""");

    private final Map<String, Field> known;
    private final ImportMode mode;
    private final List<Earlier> latest;
    private final Set<String> inRules;

    private MissingColumns(Map<String, Field> known, ImportMode mode, List<Earlier> latest, Set<String> inRules) {
        this.known = known;
        this.mode = mode;
        this.latest = latest;
        this.inRules = inRules;
    }

    private record Earlier(Set<String> columns, LocalDate day) {

        long common(Set<String> here) {
            return here.stream().filter(columns::contains).count();
        }

        boolean isAlike(Set<String> here) {
            return 2 * common(here) >= here.size() + columns.size() - common(here);
        }

        boolean mayBeRenamed(Set<String> here) {
            return columns.size() == here.size() && (here.size() == 1 || common(here) > 0);
        }
    }

    /**
     * Looks what there was before, and what people rely on. Before the file is read: then the connection takes its lines.
     *
     * @param known the fields as they are before the import
     */
    public static MissingColumns look(Connection connection, Map<String, Field> known, ImportMode mode)
            throws SQLException {
        List<Earlier> latest = Database.list(
                connection,
                LATEST,
                row -> new Earlier(
                        Set.copyOf(Arrays.asList((String[]) row.getArray(1).getArray())),
                        LocalDate.ofInstant(
                                row.getObject(2, OffsetDateTime.class).toInstant(), ZoneOffset.UTC)));
        Set<String> inRules = new HashSet<>(Database.list(connection, IN_RULES, row -> row.getString(1)));
        return new MissingColumns(known, mode, latest, inRules);
    }

    /** A remark for each of them. */
    public List<Remark> remarks(Columns columns) {
        Set<String> here = columns.filling().stream().map(Column::field).collect(Collectors.toUnmodifiableSet());
        return ofItsKind(here)
                .map(earlier -> earlier.columns().stream()
                        .filter(field -> !here.contains(field) && known.containsKey(field))
                        .filter(field -> inRules.contains(field) || isRelied(known.get(field)))
                        .sorted()
                        .map(field -> remark(field, earlier.day()))
                        .toList())
                .orElse(List.of());
    }

    private Optional<Earlier> ofItsKind(Set<String> here) {
        Optional<Earlier> alike =
                latest.stream().filter(earlier -> earlier.isAlike(here)).findFirst();
        return alike.isPresent() || known.keySet().containsAll(here)
                ? alike
                : latest.stream().filter(earlier -> earlier.mayBeRenamed(here)).findFirst();
    }

    private static boolean isRelied(Field field) {
        return field.role() != null || field.filled() >= IN_USE;
    }

    private Remark remark(String field, LocalDate day) {
        String values = mode == ImportMode.REPLACE
                ? "the values that profiles have of it go with this import"
                : "the values that profiles have of it stay as they were";
        return new Remark(
                Remark.Code.COLUMN_MISSING,
                field,
                "The file has no column for this field; the last one of its kind, of %s (UTC), had. If it has another name now, say map=NEW_NAME=%s, or else %s."
                        .formatted(day, field, values));
    }
}
