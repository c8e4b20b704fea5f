package insights.segment.file.survey;

import insights.segment.field.FieldType;
import insights.segment.file.column.Words;
import insights.segment.file.value.DayOrder;
import insights.segment.file.value.Notation;
import insights.segment.file.value.NumberStyle;
import insights.segment.file.value.ValueReader;
import java.math.BigDecimal;

/** What the values of one column tell. */
final class ColumnEvidence {

    private final NumberEvidence numbers;
    private final DayEvidence days;
    private final TruthEvidence truths;
    private final boolean dialled;
    private long values;

    /** @param dialled whether its digits are no numbers, whatever they look like */
    ColumnEvidence(Notation given, Words words, boolean dialled) {
        this.dialled = dialled;
        numbers = new NumberEvidence(given.numbers());
        days = new DayEvidence(given.days());
        truths = new TruthEvidence(words);
    }

    /** Values that no type can hold tell nothing. */
    void observe(long line, Object value) {
        if (value instanceof BigDecimal number && !ValueReader.isStorable(number)) {
            return;
        }
        values++;
        switch (value) {
            case String text -> {
                observeNumber(line, text);
                days.observe(line, text);
                truths.observe(line, text);
            }
            case BigDecimal number -> {
                observeNumber(line, number);
                days.observeOther(line, number);
                truths.observeOther(line, number);
            }
            default -> {
                numbers.observeOther(line, value);
                days.observeOther(line, value);
                truths.observeTruth();
            }
        }
    }

    private void observeNumber(long line, Object value) {
        if (dialled) {
            numbers.observeNone();
        } else if (value instanceof String text) {
            numbers.observe(line, text);
        } else {
            numbers.observeNumber();
        }
    }

    long values() {
        return values;
    }

    NumberEvidence numbers() {
        return numbers;
    }

    TruthEvidence truths() {
        return truths;
    }

    DayEvidence days() {
        return days;
    }

    /** Whether more of the file may show another type. */
    boolean isOpen() {
        return truths.isOpen() || numbers.isPossible() && numbers.isAmbiguous() || days.isAmbiguous();
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
