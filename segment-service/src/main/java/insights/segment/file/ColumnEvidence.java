package insights.segment.file;

import insights.segment.field.FieldType;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What the values of one column tell. */
final class ColumnEvidence {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final NumberEvidence numbers;
    private final DayEvidence days;
    private final TruthEvidence truths;
    private long values;
    private long addresses;

    ColumnEvidence(Notation given, Words words) {
        numbers = new NumberEvidence(given.numbers());
        days = new DayEvidence(given.days());
        truths = new TruthEvidence(words);
    }

    static boolean looksLikeAddress(String text) {
        return text.indexOf('@') > 0 && ADDRESS.matcher(text).matches();
    }

    /** Values that no type can hold tell nothing. */
    void observe(long line, Object value) {
        if (value instanceof BigDecimal number && !ValueReader.isStorable(number)) {
            return;
        }
        values++;
        switch (value) {
            case String text -> {
                numbers.observe(line, text);
                days.observe(text);
                truths.observe(text);
                addresses += looksLikeAddress(text) ? 1 : 0;
            }
            case BigDecimal number -> {
                numbers.observeNumber();
                days.observeOther();
                truths.observeOther();
            }
            default -> {
                numbers.observeOther();
                days.observeOther();
            }
        }
    }

    long values() {
        return values;
    }

    NumberEvidence numbers() {
        return numbers;
    }

    DayEvidence days() {
        return days;
    }

    /** Whether more of the file may show another type. */
    boolean isOpen() {
        return truths.isOpen() || numbers.isPossible() && numbers.isAmbiguous() || days.isAmbiguous();
    }

    boolean areAddresses() {
        return addresses * 2 > values;
    }

    /** The more particular first. */
    FieldType type(NumberStyle style, DayOrder order) {
        if (truths.isCertain()) {
            return FieldType.BOOLEAN;
        }
        if (numbers.fits(style)) {
            return FieldType.NUMBER;
        }
        if (days.areDays(order)) {
            return FieldType.DATE;
        }
        return days.areTimes(order) ? FieldType.DATETIME : FieldType.STRING;
    }
}
