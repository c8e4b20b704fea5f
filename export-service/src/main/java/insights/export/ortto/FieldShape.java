package insights.export.ortto;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a field of people holds: the types that custom fields have ({@code ortto-api.md}, "Field ids"), and a place. */
enum FieldShape {
    TEXT,
    LARGE_TEXT,
    LINK,
    PHONE,
    SINGLE_SELECT,
    MULTI_SELECT,
    INTEGER,
    DECIMAL,
    CURRENCY,
    PRICE,
    BOOL,
    DATE,
    TIME,
    /** Of built-in fields only. */
    PLACE;

    /** The type of custom fields that Ortto calls so. */
    static Optional<FieldShape> ofCustom(String type) {
        return Arrays.stream(values())
                .filter(shape -> shape != PLACE && shape.type().equals(type))
                .findFirst();
    }

    /** What Ortto calls it. */
    String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether such a field can be made without choosing more than its name. */
    boolean isCreatable() {
        return this != SINGLE_SELECT && this != MULTI_SELECT && this != PLACE;
    }

    /** Whether values of it are written like those of another one. */
    boolean isLike(FieldShape other) {
        return this == other || isThousandths() && other.isThousandths();
    }

    /** Whether it is written as a whole number of thousandths. */
    boolean isThousandths() {
        return this == DECIMAL || this == CURRENCY || this == PRICE;
    }

    boolean holds(String profileFieldType) {
        return switch (this) {
            case TEXT, LARGE_TEXT, SINGLE_SELECT, MULTI_SELECT -> true;
            case LINK, PLACE -> profileFieldType.equals("string");
            case PHONE -> profileFieldType.equals("string") || profileFieldType.equals("number");
            case INTEGER, DECIMAL, CURRENCY, PRICE -> profileFieldType.equals("number");
            case BOOL -> profileFieldType.equals("boolean");
            case DATE, TIME -> profileFieldType.equals("date") || profileFieldType.equals("datetime");
        };
    }
}
