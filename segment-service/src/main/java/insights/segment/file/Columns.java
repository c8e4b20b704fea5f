package insights.segment.file;

import insights.segment.field.Field;
import insights.segment.field.FieldRole;
import insights.segment.field.FieldType;
import insights.segment.profile.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns that a file turns out to have, with the fields that are known already. */
public final class Columns {

    static final int MAX_COLUMNS = 500;
    static final int MAX_NAME = 100;

    private final Map<String, Field> known;
    private final Map<String, Column> byField = new LinkedHashMap<>();
    private final Column id = Column.ofId();

    /** @param known the fields that there are, by their names */
    public Columns(Map<String, Field> known) {
        this.known = known;
    }

    /** The column with the profile's id, which fills no field. */
    public Column id() {
        return id;
    }

    /** The column that fills the field. */
    public Column get(String field) {
        Column column = byField.get(field);
        return column == null ? add(field) : column;
    }

    /** Those whose fields are new, or get another type. */
    public List<Column> changed() {
        return typed().stream()
                .filter(column -> column.type() != knownType(column.field()))
                .toList();
    }

    /** Those whose values are staged as values of a type. */
    public List<Column> typed() {
        return byField.values().stream().filter(column -> column.type() != null).toList();
    }

    /** Those whose fields have this role, or will have it. */
    public List<Column> withRole(FieldRole role) {
        return byField.values().stream().filter(column -> column.role() == role).toList();
    }

    /** Those whose fields will have this role and have not had it. Only text holds addresses. */
    public List<Column> changedTo(FieldRole role) {
        return typed().stream()
                .filter(column -> column.role() == role && knownRole(column) != role)
                .filter(column -> role != FieldRole.EMAIL || column.type() == FieldType.STRING)
                .toList();
    }

    private FieldRole knownRole(Column column) {
        Field there = known.get(column.field());
        return there == null ? null : there.role();
    }

    /** Those that some line had a value for. */
    public List<Column> filled() {
        return byField.values().stream().filter(Column::filled).toList();
    }

    /** Whether the field was there before the file. */
    public boolean isKnown(Column column) {
        return known.containsKey(column.field());
    }

    private FieldType knownType(String field) {
        Field there = known.get(field);
        return there == null ? null : there.type();
    }

    private Column add(String field) {
        if (field.isBlank() || field.length() > MAX_NAME || field.indexOf(',') >= 0 || !Texts.isPrintable(field)) {
            throw new UnusableFile(
                    "A column has a name that is empty, longer than %d characters, or has a comma or a control character in it: "
                                    .formatted(MAX_NAME)
                            + "give it another name, or map it to a field with the parameter map.");
        }
        if (byField.size() == MAX_COLUMNS) {
            throw new UnusableFile("There are more than %d columns: leave some out.".formatted(MAX_COLUMNS));
        }
        Field there = known.get(field);
        Column column = there == null
                ? Column.ofField(field, null, Field.plainRole(field, FieldType.STRING))
                : Column.ofField(field, there.type(), there.role());
        byField.put(field, column);
        return column;
    }
}
