package insights.segment.imports;

import com.fasterxml.jackson.core.io.SerializedString;
import insights.segment.field.FieldType;

/** A column of the file and the field it fills. */
final class Column {

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

    String field() {
        return field;
    }

    boolean isId() {
        return id;
    }

    /** The name of the field as it goes into JSON. */
    SerializedString key() {
        return key;
    }

    FieldType type() {
        return type;
    }

    /** Decides the type of a new field. */
    void type(FieldType value) {
        type = value;
    }

    /** Makes the field one of text, whatever it was. */
    void widen() {
        type = FieldType.STRING;
        widened = true;
    }

    boolean widened() {
        return widened;
    }
}
