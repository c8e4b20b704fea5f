package insights.segment.rule;

import insights.common.text.CleanText;
import insights.segment.field.FieldType;
import insights.segment.field.IsoTime;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Checks what a condition compares with, and gives it the form in which values of the field are stored. */
final class OperandParser {

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
    List<Object> parse(Operator operator, RuleValue value, String condition) {
        String at = condition + "/value";
        return switch (operator.operands()) {
            case NONE -> value == null ? List.of() : wrong(at, "leave it out: " + operator.label() + " takes no value");
            case ONE -> value == null ? wrong(at, "give " + wanted()) : values(operator, List.of(value), List.of(at));
            case TWO -> ordered(list(operator, value, at, 2, 2), at);
            case LIST -> list(operator, value, at, 1, RuleReader.MAX_LIST);
            case DAYS -> days(value, at);
        };
    }

    private List<Object> list(Operator operator, RuleValue value, String at, int least, int most) {
        if (!(value instanceof RuleValue.Many(List<RuleValue> values))
                || values.size() < least
                || values.size() > most) {
            String count = least == most ? "exactly " + least : "from " + least + " to " + most;
            return wrong(at, "give a list of " + count + " values, each " + wanted());
        }
        List<String> pointers = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            pointers.add(at + "/" + i);
        }
        return values(operator, values, pointers);
    }

    private List<Object> values(Operator operator, List<RuleValue> written, List<String> pointers) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Optional<Object> value = value(operator, written.get(i));
            if (value.isEmpty()) {
                wrong(pointers.get(i), "give " + wanted());
            }
            value.ifPresent(values::add);
        }
        return values.size() == written.size() ? List.copyOf(values) : null;
    }

    /** Nothing is between two values of which the greater one comes first, so nobody means that. */
    private List<Object> ordered(List<Object> two, String at) {
        if (two == null) {
            return null;
        }
        // Texts of dates and of date-times have the order of time.
        int order = two.getFirst() instanceof BigDecimal first
                ? first.compareTo((BigDecimal) two.getLast())
                : two.getFirst().toString().compareTo(two.getLast().toString());
        return order <= 0 ? two : wrong(at, "give the smaller one first: nothing is between these two");
    }

    private Optional<Object> value(Operator operator, RuleValue written) {
        return switch (written) {
            case RuleValue.Text(String text) -> text(operator, text);
            case RuleValue.Number(BigDecimal number)
            when type == FieldType.NUMBER && isInReason(number) -> Optional.of(number);
            case RuleValue.Truth(boolean truth) when type == FieldType.BOOLEAN -> Optional.of(truth);
            case RuleValue.Number unfit -> Optional.empty();
            case RuleValue.Truth unfit -> Optional.empty();
            case RuleValue.Many unfit -> Optional.empty();
            case RuleValue.Unfit unfit -> Optional.empty();
        };
    }

    private Optional<Object> text(Operator operator, String text) {
        return switch (type) {
            case STRING ->
                Optional.of(stored(operator, text))
                        .filter(OperandParser::isText)
                        .map(Object.class::cast);
            case DATE -> IsoTime.date(text).map(IsoTime::of);
            case DATETIME -> IsoTime.dateTime(text).map(IsoTime::of);
            case NUMBER, BOOLEAN -> Optional.empty();
        };
    }

    /** As imports keep texts: composed, and when it is a whole value without what nobody sees at its edges. */
    private static String stored(Operator operator, String text) {
        return operator.takesPartsOfTexts() ? Normalizer.normalize(text, Normalizer.Form.NFC) : CleanText.of(text);
    }

    /** PostgreSQL's numbers have limits, and nobody means more than these. */
    static boolean isInReason(BigDecimal number) {
        return number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_DIGITS;
    }

    /** PostgreSQL takes no NUL, and no half of a pair of surrogates. */
    private static boolean isText(String text) {
        return text.length() <= MAX_TEXT
                && !text.isEmpty()
                && text.indexOf('\0') < 0
                && text.codePoints()
                        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private List<Object> days(RuleValue value, String at) {
        if (value instanceof RuleValue.Number(BigDecimal number)
                && number.scale() == 0
                && number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(MAX_DAYS)) <= 0) {
            return List.of(number.intValueExact());
        }
        return wrong(at, "give a whole number of days from 0 to " + MAX_DAYS);
    }

    private String wanted() {
        return switch (type) {
            case STRING -> "a text of 1 to " + MAX_TEXT + " characters";
            case NUMBER -> "a number of up to " + MAX_DIGITS + " digits";
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
