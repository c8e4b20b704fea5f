package insights.segment.file.column;

import com.fasterxml.jackson.core.io.SerializedString;
import insights.segment.field.Field;
import insights.segment.field.FieldRole;
import insights.segment.field.FieldType;
import insights.segment.field.LikeAddress;

/** A column of the file and the field it fills. */
public final class Column {

    /** Where the type of a column comes from. */
    public enum Origin {
        /** The field is there already. */
        FIELD,
        /** The parameter types. */
        PARAMETER,
        /** The values of the file. */
        GUESS
    }

    private final String name;
    private final String field;
    private final boolean id;
    private final boolean copyOfId;
    private final SerializedString key;
    private Origin origin;
    private FieldType type;
    private FieldRole role;
    private boolean turnedRound;
    private boolean consent;
    private boolean widened;
    private Misfit widenedBy;
    private Said firstSaid;
    private boolean leftOut;
    private DistinctCount addresses;
    private long filled;
    private long cleared;

    private Column(String name, String field, boolean id, boolean copyOfId) {
        this.name = name;
        this.field = field;
        this.id = id;
        this.copyOfId = copyOfId;
        this.key = new SerializedString(field);
        this.leftOut = id;
    }

    /** The column that has the id of the profile. */
    public static Column ofId(String name) {
        return new Column(name, "", true, false);
    }

    public static Column ofField(String name, String field) {
        return new Column(name, field, false, false);
    }

    /** A field with the ids as its values; left out until it is decided. */
    static Column copyOfId(String name, String field) {
        Column column = new Column(name, field, false, true);
        column.leftOut = true;
        return column;
    }

    /** As the file calls it. */
    public String name() {
        return name;
    }

    /** The field it fills. */
    public String field() {
        return field;
    }

    public boolean isId() {
        return id;
    }

    /** Whether it is not known yet if ids are wanted as values of a field. */
    public boolean isCopyOfId() {
        return copyOfId;
    }

    /** Whether nothing of it becomes part of the profile's attributes. */
    public boolean isLeftOut() {
        return leftOut;
    }

    void leftOut(boolean value) {
        leftOut = value;
    }

    /** The name of the field as it goes into JSON. */
    public SerializedString key() {
        return key;
    }

    /** Null until it is decided. */
    public FieldType type() {
        return type;
    }

    /** Whether its type is not known but by its values. */
    public boolean isGuessed() {
        return origin == null || origin == Origin.GUESS;
    }

    public void type(FieldType value, Origin source) {
        type = value;
        origin = source;
    }

    /** What the field is for; null for nothing in particular. */
    public FieldRole role() {
        return role;
    }

    /** Says what the field is for. */
    public void role(FieldRole value) {
        role = value;
    }

    /** Whether words for true and false that are turned round are meant for it. */
    public boolean mayBeTurnedRound() {
        return turnedRound;
    }

    void letBeTurnedRound() {
        turnedRound = true;
    }

    /** Whether the field was read by words turned round before, so that a true in it says who wants mail. */
    public boolean isConsent() {
        return consent;
    }

    void becomeConsent() {
        consent = true;
    }

    /**
     * Whether words that only its file uses for true and false stay as they are: a new field of opt-outs whose name does not say that true
     * is opted out would say the contrary of them to whoever reads it.
     */
    public boolean keepsOwnWords() {
        return role == FieldRole.OPT_OUT && isGuessed() && !Field.speaksOfOptingOut(field);
    }

    /** Makes the field one of text, whatever it was. */
    public void widen() {
        type = FieldType.STRING;
        widened = true;
    }

    /** The same because of a value that is not of its type. @param shape what such a value looks like */
    public void widen(long line, String shape) {
        if (!widened) {
            widenedBy = new Misfit(line, shape);
        }
        widen();
    }

    /** Why it became text while the file was read; null when it did not. */
    public Misfit widenedBy() {
        return widenedBy;
    }

    /** A value that is not of the column's type, by the line and what it looks like. */
    public record Misfit(long line, String shape) {}

    /** What the first line with a value says there; null until it is known. */
    public Said firstSaid() {
        return firstSaid;
    }

    /** Keeps it. */
    public void firstSaid(Said value) {
        firstSaid = value;
    }

    /** What a line says. @param truth a word like yes; null for another one */
    public record Said(long line, String truth) {}

    public boolean isWidened() {
        return widened;
    }

    /** Counts a value that was taken. */
    public void countFilled() {
        filled++;
    }

    /** Has addresses among its values counted. */
    void countAddresses() {
        addresses = new DistinctCount();
    }

    /** Counts a value that was taken as text. */
    public void countFilled(String text) {
        filled++;
        if (addresses != null && LikeAddress.is(text)) {
            addresses.add(text);
        }
    }

    /** About how many different addresses lines gave the field, where that is counted. */
    public long addresses() {
        return addresses == null ? 0 : addresses.estimate();
    }

    /** Counts a line that has no value. */
    public void countCleared() {
        cleared++;
    }

    /** How many lines gave the field a value. */
    public long filled() {
        return filled;
    }

    /** How many lines had none. */
    public long cleared() {
        return cleared;
    }
}
