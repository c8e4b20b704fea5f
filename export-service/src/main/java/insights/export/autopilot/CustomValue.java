package insights.export.autopilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import insights.export.destination.DayAsMoment;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The value of an attribute as a custom field of Autopilot takes it. */
final class CustomValue {

    /** What Autopilot takes for a date ({@code autopilot-api.md}, "Field names"). */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");

    private CustomValue() {}

    /** Empty when it does not fit. */
    static Optional<JsonNode> of(AutopilotField.Type type, JsonNode value, String text) {
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
                    ? DayAsMoment.of(LocalDate.parse(text))
                    : OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            return Optional.of(moment.format(DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
