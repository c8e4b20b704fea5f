package insights.sandbox.autopilot.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import insights.sandbox.answer.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A field an account invented, written as {@code string--Test--Field} and read as {@code Test Field} of type
 * {@code string} (zonneplan/php-autopilothq, AutopilotField; n8n).
 */
public record CustomField(Type type, String name) {

    /** The types that every client knows. */
    public enum Type {
        STRING,
        INTEGER,
        FLOAT,
        BOOLEAN,
        DATE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @return empty when the key is not that of a custom field: no known type before a double hyphen, or no name */
    static Optional<CustomField> ofKey(String key) {
        int split = key.indexOf("--");
        if (split < 0 || split + 2 == key.length()) {
            return Optional.empty();
        }
        for (Type type : Type.values()) {
            if (key.startsWith(type.toString()) && split == type.toString().length()) {
                return Optional.of(
                        new CustomField(type, key.substring(split + 2).replace("--", " ")));
            }
        }
        return Optional.empty();
    }

    /**
     * The value as Autopilot keeps it. Clients send much as text (n8n) and dates also as epoch milliseconds
     * (TourConnect/autopilothq-node), so what can be read as the type is taken for it.
     *
     * @throws Refusal when it cannot
     */
    JsonNode normalise(JsonNode value) {
        try {
            if (value.isContainerNode()) {
                throw new IllegalArgumentException("one value is wanted");
            }
            return switch (type) {
                case STRING -> TextNode.valueOf(value.asText());
                case INTEGER -> LongNode.valueOf(Long.parseLong(value.asText()));
                case FLOAT -> DoubleNode.valueOf(Double.parseDouble(value.asText()));
                case BOOLEAN -> BooleanNode.valueOf(parseBoolean(value.asText()));
                case DATE -> TextNode.valueOf(Timestamp.format(parseDate(value)));
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.badRequest("Invalid value provided for custom field \"" + name + "\" of type " + type + ".");
        }
    }

    private static boolean parseBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Instant parseDate(JsonNode value) {
        if (value.isIntegralNumber()) {
            return Instant.ofEpochMilli(value.asLong());
        }
        String text = value.asText();
        if (!text.contains("T")) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        var time = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }
}
