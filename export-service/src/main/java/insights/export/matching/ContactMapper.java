package insights.export.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the attributes of a profile into a contact of Autopilot, by the data matching of an export. A value that is
 * absent or blank is left out, so that it never blanks what Autopilot has.
 */
public final class ContactMapper {

    /** What Autopilot takes for a date ({@code autopilot-api.md}, "Field names"). */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");

    private final String emailField;
    private final String optOutField;
    private final List<Line> lines = new ArrayList<>();

    private record Line(AutopilotField target, String field) {}

    /**
     * Made for an export.
     *
     * @param optOutField the boolean field that is true for people who must not be sent; null when there is none
     */
    public ContactMapper(List<FieldMatch> matches, String optOutField) {
        this.optOutField = optOutField;
        String email = null;
        for (FieldMatch match : matches) {
            if (match.target().equals(AutopilotField.EMAIL)) {
                email = match.field();
            } else {
                lines.add(new Line(AutopilotField.of(match.target()).orElseThrow(), match.field()));
            }
        }
        emailField = email;
    }

    /** The attributes it needs. */
    public List<String> fields() {
        List<String> fields = new ArrayList<>(List.of(emailField));
        lines.forEach(line -> fields.add(line.field()));
        if (optOutField != null) {
            fields.add(optOutField);
        }
        return fields.stream().distinct().toList();
    }

    public Mapped map(Map<String, JsonNode> attributes) {
        if (optOutField != null && isTrue(attributes.get(optOutField))) {
            return new Mapped.Unfit(RejectionReason.OPTED_OUT);
        }
        String email = text(attributes.get(emailField)).orElse(null);
        if (email == null) {
            return new Mapped.Unfit(RejectionReason.NO_EMAIL);
        }
        if (!EmailAddress.isValid(email)) {
            return new Mapped.Unfit(RejectionReason.INVALID_EMAIL);
        }
        Contact contact = Contact.of(new EmailAddress(email));
        ObjectNode custom = JsonNodeFactory.instance.objectNode();
        for (Line line : lines) {
            JsonNode value = attributes.get(line.field());
            Optional<String> text = text(value);
            if (text.isEmpty()) {
                continue;
            }
            switch (line.target()) {
                case AutopilotField.Standard standard -> contact.body().put(standard.target(), text.get());
                case AutopilotField.Custom field -> {
                    Optional<JsonNode> typed = typed(field.type(), value, text.get());
                    if (typed.isEmpty()) {
                        return new Mapped.Unfit(RejectionReason.VALUE_DOES_NOT_FIT);
                    }
                    custom.set(field.target(), typed.get());
                }
            }
        }
        if (!custom.isEmpty()) {
            contact.body().set("custom", custom);
        }
        return new Mapped.Fit(contact);
    }

    private static boolean isTrue(JsonNode value) {
        return value != null && value.asBoolean();
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.ofNullable(value)
                .filter(node -> !node.isNull())
                .map(node -> node.isNumber()
                        ? node.decimalValue().stripTrailingZeros().toPlainString()
                        : node.asText())
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Optional<JsonNode> typed(AutopilotField.Type type, JsonNode value, String text) {
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
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            return Optional.of(moment.format(DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
