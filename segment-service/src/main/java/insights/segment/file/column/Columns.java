package insights.segment.file.column;

import insights.segment.field.Field;
import insights.segment.field.FieldRole;
import insights.segment.field.FieldType;
import insights.segment.file.text.UnusableFile;
import insights.segment.profile.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The columns that a file turns out to have, with the fields that are known already. */
public final class Columns {

    static final int MAX_COLUMNS = 500;
    public static final int MAX_NAME = 100;

    private final Map<String, Field> known;
    private final Map<String, FieldType> given;
    private final boolean widen;
    private final Set<String> turnedRound;
    private final Map<String, Column> byField = new LinkedHashMap<>();
    private Column copyOfId;

    /**
     * @param known the fields that there are, by their names
     * @param given types by the names of columns
     * @param widen whether fields that are there may become text
     * @param turnedRound fields for which words for true and false were turned round before
     */
    public Columns(Map<String, Field> known, Map<String, FieldType> given, boolean widen, Set<String> turnedRound) {
        this.known = known;
        this.given = given;
        this.widen = widen;
        this.turnedRound = turnedRound;
    }

    /** The column of that name, which fills the field. */
    Column get(String name, String field) {
        Column column = byField.get(field);
        if (column != null) {
            return column;
        }
        if (copyOfId != null && copyOfId.field().equals(field)) {
            copyOfId.leftOut(true);
        }
        return add(Column.ofField(name, field));
    }

    /** A column that fills the field with ids, if that is what is decided; none when another one fills the field. */
    public Optional<Column> copyOfId(String name, String field) {
        if (byField.containsKey(field) || problem(field) != null) {
            return Optional.empty();
        }
        copyOfId = Column.copyOfId(name, field);
        decide(copyOfId);
        return Optional.of(copyOfId);
    }

    /** The column that may fill a field with ids. */
    public Optional<Column> copyOfId() {
        return Optional.ofNullable(copyOfId).filter(copy -> !byField.containsKey(copy.field()));
    }

    /**
     * Decides whether ids fill a field. A new one is of addresses whatever its name: an id is one person's, and so is the
     * address that it is.
     */
    public void fillByIds(boolean fills) {
        copyOfId().ifPresent(copy -> {
            copy.leftOut(!fills);
            if (fills && !isKnown(copy) && copy.role() == null) {
                copy.role(FieldRole.EMAIL);
            }
        });
    }

    /** The column that fills a field with ids. */
    public Optional<Column> filledByIds() {
        return copyOfId().filter(copy -> !copy.isLeftOut());
    }

    /** All that fill a field, in the order of the file. */
    public List<Column> filling() {
        return Stream.concat(copyOfId().stream(), byField.values().stream())
                .filter(column -> !column.isLeftOut())
                .toList();
    }

    /** Those whose fields are new, or get another type. */
    public List<Column> changed() {
        return typed().stream()
                .filter(column -> column.type() != knownType(column.field()))
                .toList();
    }

    /** Those whose values are staged as values of a type. */
    public List<Column> typed() {
        return filling().stream().filter(column -> column.type() != null).toList();
    }

    /** Those whose fields have this role, or will have it. */
    public List<Column> withRole(FieldRole role) {
        return filling().stream().filter(column -> column.role() == role).toList();
    }

    /** Those whose fields will have this role and have not had it. Only text holds addresses. */
    public List<Column> changedTo(FieldRole role) {
        return typed().stream()
                .filter(column -> column.role() == role && knownRole(column) != role)
                .filter(column -> role != FieldRole.EMAIL || column.type() == FieldType.STRING)
                .toList();
    }

    /** Those that some line had a value for. */
    public List<Column> filled() {
        return filling().stream().filter(column -> column.filled() > 0).toList();
    }

    /** Whether the field was there before the file. */
    public boolean isKnown(Column column) {
        return known.containsKey(column.field());
    }

    /** Whether profiles have values of the field. */
    public boolean hasValues(Column column) {
        return isKnown(column) && known.get(column.field()).filled() > 0;
    }

    private FieldType knownType(String field) {
        Field there = known.get(field);
        return there == null ? null : there.type();
    }

    private FieldRole knownRole(Column column) {
        Field there = known.get(column.field());
        return there == null ? null : there.role();
    }

    private Column add(Column column) {
        String problem = problem(column.field());
        if (problem != null) {
            throw new UnusableFile(
                    "A column has a name that %s: give it another name, or map it to a field with the parameter map."
                            .formatted(problem));
        }
        if (byField.size() == MAX_COLUMNS) {
            throw new UnusableFile("There are more than %d columns: leave some out.".formatted(MAX_COLUMNS));
        }
        decide(column);
        byField.put(column.field(), column);
        return column;
    }

    private static String problem(String field) {
        if (field.isBlank()) {
            return "is empty";
        }
        if (field.length() > MAX_NAME) {
            return "is longer than %d characters".formatted(MAX_NAME);
        }
        return field.indexOf(',') >= 0 || !Texts.isPrintable(field) ? "has a comma or a control character in it" : null;
    }

    private void decide(Column column) {
        FieldType there = knownType(column.field());
        column.role(there == null ? plainRole(column) : knownRole(column));
        if (there != null && known.get(column.field()).holdsAddresses()) {
            column.countAddresses();
        }
        if (turnedRound.contains(column.field())) {
            column.letBeTurnedRound();
            column.becomeConsent();
        }
        FieldType wanted = given.get(column.name());
        if (wanted == null || wanted == there) {
            column.type(there, there == null ? Column.Origin.GUESS : Column.Origin.FIELD);
        } else if (there == null) {
            column.type(wanted, Column.Origin.PARAMETER);
        } else if (wanted == FieldType.STRING && widen) {
            column.type(there, Column.Origin.FIELD);
            column.widen();
        } else {
            throw new UnusableFile(
                    "\"%s\" is a field of type %s already, and a field keeps its type; it can become text with types=%s=string and widen=true."
                            .formatted(column.field(), there.label(), column.name()));
        }
    }

    /**
     * The field that a column of that name fills. Databases and tools write names in upper case or in lower case as they like: where
     * a field is for anything in particular, a column of its name in another case must not become another field without a word.
     */
    String fieldOf(String name) {
        if (known.containsKey(name)) {
            return name;
        }
        return known.values().stream()
                .filter(field -> field.role() != null && field.name().equalsIgnoreCase(name))
                .map(Field::name)
                .findFirst()
                .orElse(name);
    }

    /** What a column of that name, which fills the field, is for; null for nothing in particular. */
    FieldRole role(String name, String field) {
        Field there = known.get(field);
        return there == null ? plainRole(Column.ofField(name, field)) : there.role();
    }

    /** By the name of the field, or by that in the file: what is called optOut says so whatever field it fills. */
    private static FieldRole plainRole(Column column) {
        FieldRole role = Field.plainRole(column.field(), FieldType.STRING);
        return role == null ? Field.plainRole(column.name(), FieldType.STRING) : role;
    }
}
