package insights.segment.file;

import com.fasterxml.jackson.core.io.SerializedString;
import insights.segment.field.FieldType;

/** A column of the file and the field it fills. */
public final class Column {

    private final String field;
    private final boolean id;
    private final SerializedString key;
    private FieldType type;
    private boolean widened;

    private Column(String field, boolean id, FieldType type) {
        this.field = field;
        this.id = id;
        this.type = type;
        this.key = new SerializedString(field);
    }

    /** The column that has the id of the profile. */
    static Column ofId() {
        return new Column("", true, FieldType.STRING);
    }

    /**
     * @param type of the field; null when it is new and its values have to show
     */
    static Column ofField(String name, FieldType type) {
        return new Column(name, false, type);
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

    /** Makes the field one of text, whatever it was. */
    public void widen() {
        type = FieldType.STRING;
        widened = true;
    }

    public boolean widened() {
        return widened;
    }
}
