package insights.sandbox.ortto.field;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a field holds: the types that custom fields are created with (help.ortto.com a-264), and a place, which only
 * built-in ones are. What their ids begin with, sources do not agree on: the first is RudderStack's, which has most for
 * it, the other the notes of phpdevkits/ortto-sdk.
 */
public enum FieldType {
    TEXT("text", "str", "str"),
    LARGE_TEXT("large_text", "txt", "str"),
    INTEGER("integer", "int", "int"),
    DECIMAL("decimal", "int", "dec"),
    CURRENCY("currency", "int", "cur"),
    PRICE("price", "int", "cur"),
    DATE("date", "dtz", "dat"),
    TIME("time", "tme", "tim"),
    BOOL("bool", "bol", "bol"),
    PHONE("phone", "phn", "phn"),
    SINGLE_SELECT("single_select", "str", "str"),
    MULTI_SELECT("multi_select", "sst", "str"),
    LINK("link", "str", "lnk"),
    OBJECT("object", "obj", "obj"),
    PLACE("geo", "geo", "geo");

    private final String name;
    private final String prefix;
    private final String ownPrefix;

    FieldType(String name, String prefix, String ownPrefix) {
        this.name = name;
        this.prefix = prefix;
        this.ownPrefix = ownPrefix;
    }

    /** The type that custom fields can be created with by this name. */
    static Optional<FieldType> creatable(String name) {
        return Arrays.stream(values())
                .filter(type -> type != PLACE && type.name.equals(name))
                .findFirst();
    }

    String prefix(boolean own) {
        return own ? ownPrefix : prefix;
    }

    public boolean isSelect() {
        return this == SINGLE_SELECT || this == MULTI_SELECT;
    }

    /** Whether it is kept multiplied by 1,000. */
    boolean isDecimal() {
        return this == DECIMAL || this == CURRENCY || this == PRICE;
    }

    @Override
    public String toString() {
        return name;
    }
}
