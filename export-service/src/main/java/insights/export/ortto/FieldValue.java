package insights.export.ortto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import insights.export.destination.DayAsMoment;
import insights.export.destination.FieldText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The value of an attribute as a field of Ortto's takes it ({@code ortto-api.md}, "Field ids"). */
final class FieldValue {

    /** help.ortto.com a-235, in characters. */
    private static final int LONGEST_TEXT = 255;

    private static final int LONGEST_LARGE_TEXT = 4_000;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private static final int DAY = "2026-01-31".length();

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FieldValue() {}

    /** Empty when it does not fit. */
    static Optional<JsonNode> of(FieldShape shape, JsonNode value, String text) {
        return switch (shape) {
            case TEXT, LINK, SINGLE_SELECT -> text(text, LONGEST_TEXT);
            case LARGE_TEXT -> text(value.isTextual() ? FieldText.lines(value.asText()) : text, LONGEST_LARGE_TEXT);
            case PLACE -> text(text, LONGEST_TEXT).map(name -> JSON.objectNode().set("name", name));
            case MULTI_SELECT -> options(text);
            case PHONE -> PhoneNumber.of(value, text);
            case INTEGER -> whole(value, BigDecimal.ONE, false);
            case DECIMAL, CURRENCY, PRICE -> whole(value, THOUSAND, true);
            case BOOL -> Optional.of(value).filter(JsonNode::isBoolean);
            case DATE -> moment(text).map(FieldValue::day);
            case TIME ->
                moment(text)
                        .map(moment -> JSON.textNode(moment.truncatedTo(ChronoUnit.MILLIS)
                                .toInstant()
                                .toString()));
        };
    }

    private static Optional<JsonNode> text(String text, int longest) {
        return Optional.of(text)
                .filter(whole -> whole.codePointCount(0, whole.length()) <= longest)
                .map(JSON::textNode);
    }

    /** Several are separated by semicolons, as spreadsheets export them. */
    private static Optional<JsonNode> options(String text) {
        ArrayNode options = JSON.arrayNode();
        for (String option : text.split(";")) {
            if (!option.isBlank()) {
                options.add(option.strip());
            }
        }
        return Optional.<JsonNode>of(options).filter(some -> !some.isEmpty());
    }

    /** @param rounds whether what is smaller than one is left out; otherwise it does not fit */
    private static Optional<JsonNode> whole(JsonNode value, BigDecimal factor, boolean rounds) {
        return Optional.of(value)
                .filter(JsonNode::isNumber)
                .map(number -> number.decimalValue().multiply(factor))
                .map(number -> rounds ? number.setScale(0, RoundingMode.HALF_UP) : number)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::toBigInteger)
                .filter(number -> number.bitLength() < Long.SIZE)
                .map(number -> JSON.numberNode(number.longValue()));
    }

    /** A day has no zone in the profiles: it is the same one wherever it is shown. */
    private static JsonNode day(OffsetDateTime moment) {
        return JSON.objectNode()
                .put("year", moment.getYear())
                .put("month", moment.getMonthValue())
                .put("day", moment.getDayOfMonth())
                .put("timezone", "UTC");
    }

    private static Optional<OffsetDateTime> moment(String text) {
        try {
            return Optional.of(
                    text.length() == DAY
                            ? DayAsMoment.of(LocalDate.parse(text))
                            : OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
