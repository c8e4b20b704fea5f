package insights.segment.file.column;

import insights.segment.field.Field;
import insights.segment.field.FieldRole;
import insights.segment.field.FieldType;
import insights.segment.file.text.UnusableFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column of the file fills which field.
 *
 * @param idColumn name of the column with the profile's id
 * @param renamed fields by the names that the file uses, or by places like {@code #4}; an empty field leaves the column out
 * @param roles what columns are for, by the names that the file uses, or by places
 * @param named columns that other parameters name, which must be there
 * @param words for missing values
 * @param linesInCells whether cells may hold what looks like lines of the file
 */
public record ColumnMapping(
        Columns columns,
        String idColumn,
        Map<String, String> renamed,
        Map<String, FieldRole> roles,
        Set<String> named,
        Words words,
        boolean linesInCells) {

    /** What the field is called that addresses fill when they stand in a column called {@code profileId}. */
    private static final String ADDRESS_FIELD = "email";

    /** The column with the profile's id, where nobody names one. */
    public static final String DEFAULT_ID_COLUMN = "profileId";

    /**
     * The columns in the order of the header.
     *
     * @param names as {@link HeaderNames#clean} makes them
     */
    public Layout ofHeader(List<String> names, long line, char separator) {
        HeaderNames.refuseData(names, line, idColumn);
        refuseMissing(names, line, separator);
        Layout.Builder layout = new Layout.Builder(names);
        Map<String, Integer> places = new HashMap<>();
        Map<String, Integer> fields = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String mapped = renamed.get("#" + (i + 1));
            boolean id = name.equals(idColumn) && (mapped == null || Collections.frequency(names, name) == 1);
            if (!id && (name.isEmpty() && mapped == null || "".equals(mapped))) {
                continue;
            }
            Integer twin = name.isEmpty() ? null : places.put(name, i + 1);
            if (twin != null && mapped == null && !renamed.containsKey("#" + twin)) {
                throw new UnusableFile(
                        "Columns %d and %d are both called \"%s\": leave one out by its place, like map=#%d=, or rename it."
                                .formatted(twin, i + 1, name, i + 1));
            }
            FieldRole role = roles.getOrDefault("#" + (i + 1), roles.get(name));
            List<Column> found =
                    id ? withId(name, mapped == null ? renamed.get(name) : mapped, role) : of(name, mapped, role);
            for (Column column : found) {
                layout.add(column, i);
                Integer other = column.isId() || column.isCopyOfId() ? null : fields.put(column.field(), i + 1);
                if (other != null) {
                    throw new UnusableFile(
                            "Columns %d and %d fill the field \"%s\": leave one of them out or map it to another field."
                                    .formatted(other, i + 1, column.field()));
                }
            }
        }
        return layout.build();
    }

    /** The columns for a name in the file: none when it is left out, two when ids fill a field, too. */
    public List<Column> of(String name) {
        return name.equals(idColumn)
                ? withId(name, renamed.get(name), roles.get(name))
                : of(name, renamed.get(name), roles.get(name));
    }

    /** Whether a name in the file is that of the ids, of addresses or of opt-outs. */
    public boolean isAboutPeople(String name) {
        String field = fieldOf(name);
        return name.equals(idColumn)
                || roles.containsKey(name)
                || !field.isEmpty() && columns.role(name, field) != null;
    }

    /** Whether a name in the file is that of opt-outs. */
    public boolean isOptOut(String name) {
        return roles.get(name) == FieldRole.OPT_OUT || columns.role(name, fieldOf(name)) == FieldRole.OPT_OUT;
    }

    private List<Column> of(String name, String mapped, FieldRole role) {
        String field = mapped == null ? fieldOf(name) : mapped;
        return field.isEmpty() ? List.of() : List.of(filling(name, field, role));
    }

    private String fieldOf(String name) {
        String given = renamed.get(name);
        return given == null ? columns.fieldOf(HeaderNames.field(name)) : given;
    }

    private List<Column> withId(String name, String given, FieldRole role) {
        if (role == FieldRole.OPT_OUT) {
            throw new UnusableFile(
                    "The column \"%s\" has the ids, so it cannot say who opted out (optOut). For a list of people who all opted out give the file another column, with yes in each line, and name that."
                            .formatted(name));
        }
        Column id = Column.ofId(name);
        String mapped = given == null && role != null ? fieldOfIds(name) : given;
        if (mapped != null) {
            return mapped.isEmpty() ? List.of(id) : List.of(id, filling(name, mapped, role));
        }
        return columns.copyOfId(name, fieldOfIds(name))
                .map(copy -> List.of(id, copy))
                .orElse(List.of(id));
    }

    private Column filling(String name, String field, FieldRole role) {
        refuseContrary(name, field);
        Column column = columns.get(name, field);
        if (role == FieldRole.EMAIL && !column.isGuessed() && column.type() != FieldType.STRING) {
            throw new UnusableFile(
                    "The field \"%s\" is of the type %s, and only text holds addresses: let the column \"%s\" fill another field with map."
                            .formatted(field, column.type().label(), name));
        }
        if (role != null) {
            if (column.role() != null && column.role() != role) {
                throw new UnusableFile(
                        role == FieldRole.OPT_OUT
                                ? "The field \"%s\" holds addresses, so the column \"%s\" cannot say who opted out (optOut): let it fill another field with map."
                                        .formatted(field, name)
                                : "The field \"%s\" says who opted out, so the column \"%s\" cannot hold addresses (email): let it fill another field with map."
                                        .formatted(field, name));
            }
            column.role(role);
        }
        if (role == FieldRole.OPT_OUT) {
            column.letBeTurnedRound();
        }
        return column;
    }

    /** Whoever reads the field would take those who opted out for those who want mail. */
    private static void refuseContrary(String name, String field) {
        if (Field.isConsent(field) && Field.speaksOfOptingOut(name)) {
            throw new UnusableFile(
                    "By its name the column \"%s\" says who opted out, and the field \"%s\" who wants mail, so it would say the contrary there: let it fill another field with map."
                            .formatted(name, field));
        }
    }

    /**
     * Refuses columns of opt-outs that a parameter names and no object of the file has: by a name that is misspelt nobody would opt
     * out. A field that is known for it may be missing, because objects leave out what is not there.
     *
     * @param names that the objects have
     */
    public void refuseOptOutsOfNobody(Set<String> names) {
        roles.forEach((name, role) -> {
            boolean missing = role == FieldRole.OPT_OUT && !names.contains(name);
            if (missing && columns.role(name, fieldOf(name)) != FieldRole.OPT_OUT) {
                throw new UnusableFile(
                        "No line has the member \"%s\", which the parameter optOut names. The lines have: %s."
                                .formatted(
                                        name,
                                        HeaderNames.list(names.stream().sorted().toList())));
            }
        });
    }

    private static String fieldOfIds(String name) {
        return name.equals(DEFAULT_ID_COLUMN) ? ADDRESS_FIELD : HeaderNames.field(name);
    }

    private void refuseMissing(List<String> names, long line, char separator) {
        if (!names.contains(idColumn)) {
            throw new UnusableFile(
                    "Line %d has no column \"%s\". It has, separated by %s: %s. Name the column with the profile's id in the parameter idColumn, another separator in separator, lines before the names in skipLines."
                            .formatted(line, idColumn, Separator.name(separator), HeaderNames.list(names)));
        }
        Set<String> wanted = new LinkedHashSet<>(renamed.keySet());
        wanted.addAll(roles.keySet());
        wanted.addAll(named);
        Set<String> there = new HashSet<>(names);
        for (int i = 1; i <= names.size(); i++) {
            there.add("#" + i);
        }
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            throw new UnusableFile("The header has no column \"%s\", which a parameter names. It has: %s."
                    .formatted(missing.getFirst(), HeaderNames.list(names)));
        }
    }
}
