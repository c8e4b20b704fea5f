package insights.segment.file.survey;

import insights.segment.field.FieldType;
import insights.segment.file.column.Column;
import insights.segment.file.row.Remark;
import insights.segment.file.text.GuessedCharset;
import insights.segment.file.value.DayOrder;
import insights.segment.file.value.Notation;
import insights.segment.file.value.NumberStyle;
import java.util.List;

/** Says in words what a survey decided that somebody may have meant otherwise. */
public final class SurveyRemarks {

    private final Notation given;
    private final NumberStyle numbers;
    private final DayOrder days;
    private final List<Remark> remarks;

    SurveyRemarks(Notation given, NumberStyle numbers, DayOrder days, List<Remark> remarks) {
        this.given = given;
        this.numbers = numbers;
        this.days = days;
        this.remarks = remarks;
    }

    void about(Column column, FieldType type, ColumnEvidence seen) {
        if (type == FieldType.DATETIME && given.zone() == null && seen.days().hasLocalTimes()) {
            add(
                    Remark.Code.TIME_ZONE_TAKEN,
                    column,
                    "its times have no offset and were read as of UTC: say another zone with timeZone, like"
                            + " timeZone=Europe/Rome");
        }
        if (type == FieldType.STRING && column.isGuessed()) {
            aboutText(column, seen);
        }
    }

    private void aboutText(Column column, ColumnEvidence seen) {
        if (seen.numbers().isPossible() && seen.numbers().isAmbiguous()) {
            add(
                    Remark.Code.AMBIGUOUS,
                    column,
                    "stays text, because 1.234 may be more than a thousand or little more than one and the file does"
                            + " not show which: say it with locale, like locale=it or locale=en");
        } else if (seen.numbers().isPointColumn() || seen.numbers().isCommaColumn()) {
            add(
                    Remark.Code.BECAME_TEXT,
                    column,
                    "stays text, because its numbers are written in another way than those of other columns: say how"
                            + " the file writes them with locale");
        } else if (seen.numbers().isContradictory(seen.values())) {
            add(
                    Remark.Code.BECAME_TEXT,
                    column,
                    "stays text, because the number of line %d is written as in 1,234.5 and that of line %d as in 1.234,5, and only one can be meant: mend the lines, or say how the file writes numbers with locale and that these are numbers with types"
                            .formatted(
                                    seen.numbers().firstPoint(), seen.numbers().firstComma()));
        } else if (seen.days().isAmbiguous()) {
            add(
                    Remark.Code.AMBIGUOUS,
                    column,
                    "stays text, because 1/2/2026 may be in January or in February and the file does not show which:"
                            + " say it with locale, like locale=it or locale=en-US");
        } else if (seen.numbers().areAmounts(seen.values())) {
            add(
                    Remark.Code.BECAME_TEXT,
                    column,
                    "stays text, because line %d has something like %s there, which is no number as it stands: take signs, currencies and brackets away, if rules are to compare it as one"
                            .formatted(
                                    seen.numbers().firstAmount(), seen.numbers().firstAmountShape()));
        } else if (seen.numbers().isNearly(seen.values())) {
            add(
                    Remark.Code.BECAME_TEXT,
                    column,
                    "stays text, because line %d has no number there but something like %s: leave it empty or name it with null, or say how the file writes numbers with locale"
                            .formatted(
                                    seen.numbers().firstOther(), seen.numbers().firstOtherShape()));
        } else if (seen.days().isNearly(seen.values())) {
            aboutDays(column, seen.days());
        } else if (seen.truths().isNearly(seen.values())) {
            add(
                    Remark.Code.BECAME_TEXT,
                    column,
                    "stays text, because line %d has no true or false there, or not in the words of the other lines, but something like %s: leave it empty, name it with null, or say the words with true and false"
                            .formatted(seen.truths().firstOther(), seen.truths().firstOtherShape()));
        }
    }

    private void aboutDays(Column column, DayEvidence days) {
        add(
                Remark.Code.BECAME_TEXT,
                column,
                days.firstOther() > 0
                        ? "stays text, because line %d has no day or time there but something like %s: leave it empty or name it with null, or say how the file writes days with locale"
                                .formatted(days.firstOther(), days.firstOtherShape())
                        : "stays text, because its days are not all written in one way, or some of them have a time of day and others have none: mend them, or say what they are with types and locale");
    }

    /** Of a column whose field became text because of a value that it could not hold. */
    public static Remark ofWidened(Column column) {
        return new Remark(
                Remark.Code.BECAME_TEXT,
                column.name(),
                "became text, because line %d has something like %s there: leave it empty or name it with null, and leave out widen, if the field is to keep its type"
                        .formatted(column.widenedBy().line(), column.widenedBy().shape()));
    }

    /** Of letters that may have been meant as others, whatever the columns are. */
    public static Remark ofCharset(GuessedCharset guessed, long line) {
        return new Remark(
                Remark.Code.CHARSET_TAKEN,
                null,
                "the file is no UTF-8 and nothing says what it is, so it was read as %s, in which line %d has \"%s\": if that is not what the program shows that wrote the file, say another one with charset, like charset=windows-1250, cp850 or macintosh"
                        .formatted(guessed.charset().name(), line, guessed.example()));
    }

    void aboutAddresses(Column column) {
        add(
                Remark.Code.MAY_BE_EMAIL,
                column,
                "has addresses, and is not known for it, so that opt-outs do not hold for them and exports cannot send to them: email=%s says that it does"
                        .formatted(column.name()));
    }

    void aboutCopyOfId(Column column) {
        add(
                Remark.Code.ID_FILLS_FIELD,
                column,
                "its ids are addresses and fill the field \"%s\" as well, so that they can be exported: map=%s= leaves that out"
                        .formatted(column.field(), column.name()));
    }

    void aboutFile() {
        if (given.numbers() == null && numbers.equals(NumberStyle.COMMA)) {
            add(
                    Remark.Code.NOTATION_TAKEN,
                    null,
                    "numbers were read as in 1.234,5: another way can be said with locale");
        }
        if (given.days() == null && days != DayOrder.YEAR_FIRST) {
            add(
                    Remark.Code.NOTATION_TAKEN,
                    null,
                    "days were read as in %s: another way can be said with locale"
                            .formatted(days == DayOrder.DAY_FIRST ? "31/12/2026" : "12/31/2026"));
        }
    }

    private void add(Remark.Code code, Column column, String detail) {
        remarks.add(new Remark(code, column == null ? null : column.name(), detail));
    }
}
