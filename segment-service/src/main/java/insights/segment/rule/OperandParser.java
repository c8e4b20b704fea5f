package insights.segment.rule;

import com.fasterxml.jackson.databind.JsonNode;
import insights.segment.field.FieldType;
import insights.segment.field.IsoTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads what a condition compares with, in the form in which values of the field are stored. */
final class OperandParser {

    static final int MAX_LIST = 1_000;
    static final int MAX_TEXT = 1_000;
    static final int MAX_DIGITS = 40;
    static final int MAX_DAYS = 36_525;

    private final FieldType type;
    private final BiConsumer<String, String> errors;

    OperandParser(FieldType type, BiConsumer<String, String> errors) {
        this.type = type;
        this.errors = errors;
    }

    /** The operands, or null when there is an error in them. */
    List<Object> parse(Operator operator, JsonNode value, String condition) {
        String at = condition + "/value";
        return switch (operator.operands()) {
            case NONE -> value == null ? List.of() : wrong(at, "leave it out: " + operator.label() + " takes no value");
            case ONE -> value == null ? wrong(at, "give " + wanted()) : values(List.of(value), List.of(at));
            case TWO -> array(value, at, 2, 2);
            case LIST -> array(value, at, 1, MAX_LIST);
            case DAYS -> days(value, at);
        };
    }

    private List<Object> array(JsonNode value, String at, int least, int most) {
        if (value == null || !value.isArray() || value.size() < least || value.size() > most) {
            String count = least == most ? "exactly " + least : "from " + least + " to " + most;
            return wrong(at, "give a list of " + count + " values, each " + wanted());
        }
        List<JsonNode> nodes = new ArrayList<>();
        List<String> pointers = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            nodes.add(value.get(i));
            pointers.add(at + "/" + i);
        }
        return values(nodes, pointers);
    }

    private List<Object> values(List<JsonNode> nodes, List<String> pointers) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Optional<Object> value = value(nodes.get(i));
            if (value.isEmpty()) {
                wrong(pointers.get(i), "give " + wanted());
            }
            value.ifPresent(values::add);
        }
        return values.size() == nodes.size() ? List.copyOf(values) : null;
    }

    private Optional<Object> value(JsonNode node) {
        return switch (type) {
            case STRING -> node.isTextual() && isText(node.asText()) ? Optional.of(node.asText()) : Optional.empty();
            case NUMBER -> node.isNumber() ? number(node.asText()) : Optional.empty();
            case BOOLEAN -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
            case DATE -> node.isTextual() ? IsoTime.date(node.asText()).map(IsoTime::of) : Optional.empty();
            case DATETIME -> node.isTextual() ? IsoTime.dateTime(node.asText()).map(IsoTime::of) : Optional.empty();
        };
    }

    /** PostgreSQL's numbers have limits, and nobody means more than these. */
    private static Optional<Object> number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            boolean fits = number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_DIGITS;
            return fits ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** PostgreSQL takes no NUL, and no half of a pair of surrogates. */
    private static boolean isText(String text) {
        return text.length() <= MAX_TEXT
                && !text.isEmpty()
                && text.indexOf('\0') < 0
                && text.codePoints()
                        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private List<Object> days(JsonNode value, String at) {
        boolean fits = value != null && value.isInt() && value.intValue() >= 0 && value.intValue() <= MAX_DAYS;
        return fits ? List.of(value.intValue()) : wrong(at, "give a number of days from 0 to " + MAX_DAYS);
    }

    private String wanted() {
        return switch (type) {
            case STRING -> "a text of 1 to " + MAX_TEXT + " characters";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case DATE -> "a date like \"2026-01-31\"";
            case DATETIME -> "a date and time with offset like \"2026-01-31T10:00:00Z\"";
        };
    }

    private List<Object> wrong(String pointer, String detail) {
        errors.accept(pointer, detail);
        return null;
    }
}
