package insights.sandbox.ortto.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import insights.sandbox.json.Json;
import insights.sandbox.ortto.settings.OrttoQuirks;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Values as fields of people take and keep them. Nothing is guessed: a number is no text, and a text no date. */
public final class Values {

    /** help.ortto.com a-235. */
    private static final int LONGEST_TEXT = 255;

    /** help.ortto.com a-235. */
    private static final int LONGEST_LARGE_TEXT = 4_000;

    /** Notes of phpdevkits/ortto-sdk. */
    private static final int LARGEST_OBJECT = 15_000;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private Values() {}

    /**
     * The value as it is kept and read.
     *
     * @param value not null
     * @throws InvalidValue when there is no such field, or it cannot have it
     */
    public static JsonNode keep(Schema schema, String id, JsonNode value, OrttoQuirks quirks) throws InvalidValue {
        Field field = writable(schema, id);
        return switch (field.type()) {
            case TEXT, LINK -> text(field, value, LONGEST_TEXT, quirks);
            case LARGE_TEXT -> text(field, value, LONGEST_LARGE_TEXT, quirks);
            case INTEGER -> integer(field, value);
            case DECIMAL, CURRENCY, PRICE ->
                quirks.decimalsMultiplied() ? multiplied(field, value) : integer(field, value);
            case BOOL -> require(field, value, value.isBoolean(), "it is true or false");
            case DATE -> date(field, value);
            case TIME -> time(field, value);
            case PHONE -> Phone.keep(field, value);
            case PLACE -> require(field, value, isPlace(value), "it is an object with a name");
            case SINGLE_SELECT -> option(field, value, quirks);
            case MULTI_SELECT -> options(field, value, quirks);
            case OBJECT -> require(field, value, isSmallObject(value), "it is an object of 15000 bytes at most");
        };
    }

    /** @throws InvalidValue when there is no such field, or none that can be written */
    public static Field writable(Schema schema, String id) throws InvalidValue {
        Field field = schema.find(id).orElseThrow(() -> new InvalidValue(Schema.unknownField(id)));
        if (field.readOnly()) {
            throw invalid(field, "it is read-only");
        }
        return field;
    }

    static InvalidValue invalid(Field field, String why) {
        return new InvalidValue("failed to validate field " + field.id() + ": " + why);
    }

    private static JsonNode require(Field field, JsonNode value, boolean holds, String otherwise) throws InvalidValue {
        if (!holds) {
            throw invalid(field, otherwise);
        }
        return value;
    }

    private static JsonNode text(Field field, JsonNode value, int longest, OrttoQuirks quirks) throws InvalidValue {
        require(field, value, value.isTextual(), "it is a string");
        String text = value.textValue();
        int length = text.codePointCount(0, text.length());
        if (length > longest && quirks.longTextCut()) {
            return TextNode.valueOf(text.substring(0, text.offsetByCodePoints(0, longest)));
        }
        return require(field, value, length <= longest, "it has more than " + longest + " characters");
    }

    private static JsonNode integer(Field field, JsonNode value) throws InvalidValue {
        require(field, value, value.isIntegralNumber() && value.canConvertToLong(), "it is a 64-bit integer");
        return LongNode.valueOf(value.longValue());
    }

    /** Three digits after the point, which is what an integer of thousandths has. */
    private static JsonNode multiplied(Field field, JsonNode value) throws InvalidValue {
        require(field, value, value.isNumber(), "it is a number");
        try {
            return LongNode.valueOf(
                    value.decimalValue().multiply(THOUSAND).toBigInteger().longValueExact());
        } catch (ArithmeticException e) {
            throw invalid(field, "it is too large");
        }
    }

    private static JsonNode date(Field field, JsonNode value) throws InvalidValue {
        boolean isDate = value.path("year").isInt()
                && value.path("month").isInt()
                && value.path("day").isInt();
        require(field, value, isDate, "it is an object of year, month and day");
        try {
            LocalDate.of(
                    value.path("year").intValue(),
                    value.path("month").intValue(),
                    value.path("day").intValue());
            if (value.has("timezone")) {
                ZoneId.of(value.path("timezone").asText());
            }
            return value;
        } catch (DateTimeException e) {
            throw invalid(field, "there is no such day or time zone");
        }
    }

    private static JsonNode time(Field field, JsonNode value) throws InvalidValue {
        try {
            OffsetDateTime.parse(value.asText());
            return value;
        } catch (DateTimeParseException e) {
            throw invalid(field, "it is a date and time as in RFC 3339");
        }
    }

    /** RudderStack sends an empty object where it knows no place; that is taken for nothing being said. */
    private static boolean isPlace(JsonNode value) {
        return value.isObject() && (value.isEmpty() || value.path("name").isTextual());
    }

    private static boolean isSmallObject(JsonNode value) {
        return value.isObject() && Json.bytes(value).length <= LARGEST_OBJECT;
    }

    private static JsonNode option(Field field, JsonNode value, OrttoQuirks quirks) throws InvalidValue {
        boolean isOption = value.isTextual()
                && (quirks.selectsTakeAnything() || field.options().contains(value.textValue()));
        return require(field, value, isOption, "it is none of its options");
    }

    private static JsonNode options(Field field, JsonNode values, OrttoQuirks quirks) throws InvalidValue {
        require(field, values, values.isArray(), "it is an array of its options");
        for (JsonNode value : values) {
            option(field, value, quirks);
        }
        return values;
    }
}
