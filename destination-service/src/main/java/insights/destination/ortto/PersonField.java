package insights.destination.ortto;

import com.fasterxml.jackson.databind.JsonNode;
import insights.common.name.DisplayName;
import insights.destination.type.ExistingField;
import insights.destination.type.TargetType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a data matching calls a custom field of people at Ortto: by its type and name, {@code decimal:Basket Value}. The ids
 * that Ortto gives tell no decimal from an integer, and no select from a text ({@code ortto-api.md}, "Field ids").
 */
final class PersonField {

    static final String SEPARATOR = ":";

    private PersonField() {}

    /** What people can fill, as Ortto calls it in {@code display_type}. An object holds no single value. */
    private enum Type {
        TEXT(TargetType.STRING),
        LARGE_TEXT(TargetType.STRING),
        LINK(TargetType.STRING),
        PHONE(TargetType.STRING),
        SINGLE_SELECT(TargetType.STRING),
        MULTI_SELECT(TargetType.STRING),
        INTEGER(TargetType.INTEGER),
        DECIMAL(TargetType.FLOAT),
        CURRENCY(TargetType.FLOAT),
        PRICE(TargetType.FLOAT),
        BOOL(TargetType.BOOLEAN),
        DATE(TargetType.DATE),
        TIME(TargetType.DATE);

        private final TargetType holds;

        Type(TargetType holds) {
            this.holds = holds;
        }
    }

    /** @param field as {@code custom-field/get} lists it; empty for one that no data matching can name */
    static Optional<ExistingField> of(JsonNode field) {
        String name = field.path("name").asText("");
        String type = field.path("display_type").asText("");
        return Arrays.stream(Type.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(type) && isName(name))
                .findFirst()
                .map(known -> new ExistingField(type + SEPARATOR + name, name, known.holds));
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.equals(name.strip()) && name.matches(DisplayName.VISIBLE);
    }
}
