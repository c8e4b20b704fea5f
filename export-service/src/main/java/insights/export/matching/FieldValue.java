package insights.export.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import insights.common.text.CleanText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The value of an attribute as Autopilot takes it. */
final class FieldValue {

    /** What Autopilot takes for a date ({@code autopilot-api.md}, "Field names"). */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");

    /**
     * When a day is said to be. Autopilot knows moments only, and shows them in the time zone of the account, which its API
     * does not tell. At ten in the morning, UTC, it is the same day from Hawaii (-10) to New Zealand in summer (+13); at noon
     * it would be the next one there.
     */
    private static final LocalTime DAYTIME = LocalTime.of(10, 0);

    /** Line breaks and tabs separate words; a mail tool puts values into subject lines. */
    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029]+");

    /** The rest that no text has: control characters, and halves of characters. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private FieldValue() {}

    /** As text, without what cannot be seen around it and control characters inside; empty when nothing is left. */
    static Optional<String> text(JsonNode value) {
        return Optional.ofNullable(value)
                .filter(node -> !node.isNull())
                .map(node -> node.isNumber()
                        ? node.decimalValue().stripTrailingZeros().toPlainString()
                        : node.asText())
                .map(FieldValue::clean)
                .filter(text -> !text.isEmpty());
    }

    private static String clean(String text) {
        String clean = CleanText.of(text);
        return CleanText.hasInvisible(clean)
                ? CleanText.of(
                        CONTROLS.matcher(BREAKS.matcher(clean).replaceAll(" ")).replaceAll(""))
                : clean;
    }

    /** As a custom field of the type has it; empty when it does not fit. */
    static Optional<JsonNode> typed(AutopilotField.Type type, JsonNode value, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (type) {
            case STRING -> Optional.of(json.textNode(text));
            case BOOLEAN -> Optional.of(value).filter(JsonNode::isBoolean);
            case FLOAT -> Optional.of(value).filter(JsonNode::isNumber);
            case INTEGER ->
                Optional.of(value)
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::decimalValue)
                        .filter(number -> number.stripTrailingZeros().scale() <= 0)
                        .map(BigDecimal::toBigInteger)
                        .filter(number -> number.bitLength() < Long.SIZE)
                        .map(number -> json.numberNode(number.longValue()));
            case DATE -> date(text).map(json::textNode);
        };
    }

    private static Optional<String> date(String text) {
        try {
            OffsetDateTime moment = text.length() == "2026-01-31".length()
                    ? LocalDate.parse(text).atTime(DAYTIME).atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            return Optional.of(moment.format(DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
