package insights.segment.file;

import com.fasterxml.jackson.core.io.SerializedString;
import insights.segment.field.FieldRole;
import insights.segment.field.FieldType;

/** A column of the file and the field it fills. */
public final class Column {

    private final String field;
    private final boolean id;
    private final SerializedString key;
    private FieldType type;
    private FieldRole role;
    private boolean widened;
    private boolean filled;

    private Column(String field, boolean id, FieldType type, FieldRole role) {
        this.field = field;
        this.id = id;
        this.type = type;
        this.role = role;
        this.key = new SerializedString(field);
    }

    /** The column that has the id of the profile. */
    static Column ofId() {
        return new Column("", true, FieldType.STRING, null);
    }

    /**
     * @param type of the field; null when it is new and its values have to show
     * @param role of the field, or that which a new one plainly has by its name; null for none
     */
    static Column ofField(String name, FieldType type, FieldRole role) {
        return new Column(name, false, type, role);
    }

    public String field() {
        return field;
    }

    public boolean isId() {
        return id;
    }

    /** The name of the field as it goes into JSON. */
    public SerializedString key() {
        return key;
    }

    public FieldType type() {
        return type;
    }

    /** Decides the type of a new field. */
    public void type(FieldType value) {
        type = value;
    }

    /** What the field is for; null for nothing in particular. */
    public FieldRole role() {
        return role;
    }

    /** Says what the field is for. */
    public void role(FieldRole value) {
        role = value;
    }

    /** A line has a value for it. */
    public void fill() {
        filled = true;
    }

    /** Whether any line had a value for it. */
    public boolean filled() {
        return filled;
    }

    /** Makes the field one of text, whatever it was. */
    public void widen() {
        type = FieldType.STRING;
        widened = true;
    }

    public boolean widened() {
        return widened;
    }
}
