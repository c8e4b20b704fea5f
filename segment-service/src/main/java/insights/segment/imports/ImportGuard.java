package insights.segment.imports;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.field.Field;
import insights.segment.field.FieldRole;
import insights.segment.file.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds what an import would take away that is more than usual. It compares the file with the figures about the fields
 * before it, and looks into the staging table only where a column is emptier than it was.
 */
final class ImportGuard {

    /** Fewer profiles than these are somebody's first steps. */
    private static final long MIN_PROFILES = 10;

    private static final double MANY_PROFILES = 0.3;
    private static final double MOST_ADDRESSES = 0.5;

    /** A field that fewer profiles have is not missed. */
    private static final double IN_USE = 0.1;

    private static final String CLEARED = """
        select count(*) from staging join profile on profile.profile_id = staging.profile_id
        where ? = any (staging.cleared) and jsonb_exists(profile.attributes, ?)""";

    private final StagedImport file;
    private final Map<String, Field> fields;
    private final long before;
    private final Map<String, Long> cleared = new HashMap<>();
    private final List<Question> questions = new ArrayList<>();

    /**
     * @param fields as they were
     * @param before how many profiles there were
     */
    ImportGuard(StagedImport file, Map<String, Field> fields, long before) {
        this.file = file;
        this.fields = fields;
        this.before = before;
    }

    /** Counts the values that the file takes away. Before it does. */
    void look(Connection connection) throws SQLException {
        if (before < MIN_PROFILES || replaces()) {
            return;
        }
        for (Column column : file.columns().filling()) {
            Field field = fields.get(column.field());
            if (field != null && column.cleared() >= field.filled() * before * (1 - MOST_ADDRESSES)) {
                Sql sql = Sql.of(CLEARED, field.name(), field.name());
                cleared.put(
                        field.name(),
                        Database.first(connection, sql, row -> row.getLong(1)).orElseThrow());
            }
        }
    }

    /** How many profiles have a value for the field after the import, as far as the file decides it. */
    private double after(Field field) {
        if (!replaces()) {
            return field.filled() * before - cleared.getOrDefault(field.name(), 0L);
        }
        return file.columns().filling().stream()
                .filter(column -> column.field().equals(field.name()))
                .mapToLong(Column::filled)
                .sum();
    }

    /**
     * What is to be asked.
     *
     * @param removed how many profiles are not in the file
     */
    List<Question> questions(long removed) {
        if (before < MIN_PROFILES) {
            return List.of();
        }
        if (file.mayBeCut() && replaces()) {
            ask(
                    Confirmation.MAY_BE_CUT,
                    "The last line does not end with a line break as all others do, so the file may not be whole.");
        }
        if (removed >= before * MANY_PROFILES) {
            ask(
                    Confirmation.REMOVES_PROFILES,
                    "%,d of %,d profiles are not in the file and would be removed.".formatted(removed, before));
        }
        List<String> emptied = new ArrayList<>();
        for (Field field : fields.values()) {
            double had = field.filled() * before;
            if (had < 1) {
                continue;
            }
            double after = after(field);
            if (after < 1 && (field.filled() >= IN_USE || field.role() != null)) {
                emptied.add(field.name());
            }
            if (isAddress(field) && had >= MIN_PROFILES && after < had * (1 - MOST_ADDRESSES)) {
                ask(
                        Confirmation.REMOVES_ADDRESSES,
                        "About %,d of %,d values of \"%s\", which holds addresses, would be gone."
                                .formatted(Math.round(had - after), Math.round(had), field.name()));
            }
        }
        if (!emptied.isEmpty()) {
            ask(
                    Confirmation.EMPTIES_FIELDS,
                    "No profile would have %s any more."
                            .formatted(emptied.stream()
                                    .limit(10)
                                    .map(name -> "\"" + name + "\"")
                                    .collect(Collectors.joining(", "))));
        }
        return List.copyOf(questions);
    }

    private boolean replaces() {
        return file.request().mode() == ImportMode.REPLACE;
    }

    private static boolean isAddress(Field field) {
        return field.role() == FieldRole.EMAIL || field.email() >= MOST_ADDRESSES;
    }

    private void ask(Confirmation confirmation, String detail) {
        if (!file.request().confirmed().contains(confirmation)) {
            questions.add(new Question(confirmation, detail));
        }
    }
}
