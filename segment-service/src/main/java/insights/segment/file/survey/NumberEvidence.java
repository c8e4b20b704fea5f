package insights.segment.file.survey;

import insights.segment.file.value.Amount;
import insights.segment.file.value.NumberStyle;
import insights.segment.file.value.Shape;
import insights.segment.file.value.ValueReader;

/** What the values of a column tell of how the file writes numbers, and whether they are numbers. */
final class NumberEvidence {

    private final NumberStyle given;
    private boolean point = true;
    private boolean comma = true;
    private boolean spaced;
    private long firstPoint;
    private long firstComma;
    private long either;
    private long read;
    private long firstOther;
    private String firstOtherShape;
    private long amounts;
    private long firstAmount;
    private String firstAmountShape;

    /** @param given style that the file was said to have; null to find out */
    NumberEvidence(NumberStyle given) {
        this.given = given;
        this.comma = given == null;
    }

    void observe(long line, String text) {
        boolean p = ValueReader.suggestsNumber((given == null ? NumberStyle.POINT : given).plain(text));
        boolean c = given == null && ValueReader.suggestsNumber(NumberStyle.COMMA.plain(text));
        point &= p;
        comma &= c;
        read += p || c ? 1 : 0;
        if (!p && !c) {
            if (firstOther == 0) {
                firstOther = line;
                firstOtherShape = Shape.of(text);
            }
            observeAmount(line, text);
        } else if (given == null && (text.indexOf('.') >= 0 || text.indexOf(',') >= 0)) {
            firstPoint = p && !c && firstPoint == 0 ? line : firstPoint;
            firstComma = c && !p && firstComma == 0 ? line : firstComma;
            either += p && c && !NumberStyle.POINT.plain(text).equals(NumberStyle.COMMA.plain(text)) ? 1 : 0;
        }
        // Telephone numbers have groups, too; where nobody said how numbers are written, they are none.
        spaced |= given == null && text.indexOf(' ') >= 0;
    }

    private void observeAmount(long line, String text) {
        if (Amount.isOne(text)) {
            amounts++;
            if (firstAmount == 0) {
                firstAmount = line;
                firstAmountShape = Shape.of(text);
            }
        }
    }

    /** A value that is a number in JSON. */
    void observeNumber() {
        read++;
    }

    /** A value that is none, whatever it looks like, and nothing that anybody would mend. */
    void observeNone() {
        point = false;
        comma = false;
    }

    /** A value that is no number and no text. */
    void observeOther(long line, Object value) {
        if (firstOther == 0) {
            firstOther = line;
            firstOtherShape = Shape.of(value.toString());
        }
        point = false;
        comma = false;
    }

    /** Whether every value can be read in one of the ways. */
    boolean isPossible() {
        return (point || comma) && !spaced;
    }

    boolean showsPoint() {
        return firstPoint > 0;
    }

    boolean showsComma() {
        return firstComma > 0;
    }

    /** Whether a column of numbers shows it, and not just some text. */
    boolean isPointColumn() {
        return isPossible() && point && !comma;
    }

    boolean isCommaColumn() {
        return isPossible() && comma && !point;
    }

    /** Whether all values are numbers in that style. */
    boolean fits(NumberStyle style) {
        if (!isPossible()) {
            return false;
        }
        if (given != null) {
            return point;
        }
        return style.equals(NumberStyle.COMMA) ? comma : point && (!style.cautious() || either == 0);
    }

    /** Whether some value means two different numbers. */
    boolean isAmbiguous() {
        return either > 0;
    }

    /** Whether most values are numbers, but some are written in one way and some in the other. */
    boolean isContradictory(long values) {
        return firstPoint > 0 && firstComma > 0 && read * 2 > values;
    }

    /** The line of the first number that is one in the notation of 1,234.5 only. */
    long firstPoint() {
        return firstPoint;
    }

    /** The line of the first number that is one in the notation of 1.234,5 only. */
    long firstComma() {
        return firstComma;
    }

    /** Whether most values are numbers, and some are not. */
    boolean isNearly(long values) {
        return firstOther > 0 && read * 2 > values;
    }

    /** Whether most values are numbers to whoever reads them, though some have signs that numbers have not. */
    boolean areAmounts(long values) {
        return amounts > 0 && (read + amounts) * 2 > values;
    }

    long firstAmount() {
        return firstAmount;
    }

    String firstAmountShape() {
        return firstAmountShape;
    }

    long firstOther() {
        return firstOther;
    }

    String firstOtherShape() {
        return firstOtherShape;
    }
}
