package insights.segment.file.value;

import insights.segment.field.FieldRole;
import insights.segment.field.FieldType;
import insights.segment.field.IsoTime;
import insights.segment.file.column.Column;
import insights.segment.file.column.Columns;
import insights.segment.file.column.Words;
import insights.segment.profile.Texts;
import java.math.BigDecimal;
import java.util.Locale;

/** Reads the values of a file as values of a type. */
public final class ValueReader {

    /** Longer rows of digits are numbers of something rather than numbers. */
    private static final int MAX_GUESSED_DIGITS = 15;

    private static final int MAX_DIGITS = 40;

    private final NumberStyle numbers;
    private final Notation notation;
    private final Words words;
    private final Words usual;
    private final Words always;

    /** @param notation of which nothing is unknown but the zone */
    public ValueReader(Notation notation, Words words) {
        this.notation = notation;
        this.numbers = notation.numbers();
        this.words = words;
        this.usual = words.usual();
        this.always = words.withoutTruths();
    }

    /** Whether words are turned round of which nothing says for which column. */
    public boolean turnNothing(Columns columns) {
        return words.areTurnedRound() && columns.filling().stream().noneMatch(Column::mayBeTurnedRound);
    }

    /** By which words the column says true and false. */
    public Words words(Column column) {
        return column.mayBeTurnedRound() ? words : usual;
    }

    /** Whether the value says of somebody that they opted out; null when it cannot be read by the words of the column. */
    public Boolean optsOut(Column column, Object value) {
        return truth(words(column), value);
    }

    /** The value as it is stored in the field of the column, as far as it is of its type. */
    public Object read(Column column, Object value) {
        if (column.type() != FieldType.BOOLEAN || column.role() != FieldRole.OPT_OUT) {
            return read(column.type(), value);
        }
        Boolean plain = truth(always, value);
        if (plain != null || column.keepsOwnWords()) {
            return plain;
        }
        Boolean own = truth(usual, value);
        return own == null ? null : Boolean.valueOf(own != column.isConsent());
    }

    /**
     * The value as it is stored: text, {@link BigDecimal} or {@link Boolean}. Also in columns whose words are turned round it is
     * what the file says: who is asked whether they want mail and says no has a false there.
     *
     * @param value clean text, a number or a truth value
     * @return null when it is not of the type
     */
    public Object read(FieldType type, Object value) {
        return switch (type) {
            case STRING -> text(value);
            case NUMBER -> number(value);
            case BOOLEAN -> truth(usual, value);
            case DATE -> value instanceof String text ? date(text) : null;
            case DATETIME -> value instanceof String text ? dateTime(text) : null;
        };
    }

    /** What such a value would have to be like, for people. */
    public String expected(FieldType type) {
        return switch (type) {
            case STRING -> "text";
            case NUMBER ->
                numbers.cautious()
                        ? "a number like 1234.5 (the file does not show whether 1.234 is more than a thousand: say it"
                                + " with locale)"
                        : "a number like 1234%s5".formatted(numbers.decimal());
            case BOOLEAN -> "true or false (other words can be given with the parameters true and false)";
            case DATE -> "a day like %s".formatted(dayExample());
            case DATETIME -> "a day and time like 2026-01-31T10:00:00Z or %s 10:00".formatted(dayExample());
        };
    }

    private String dayExample() {
        return switch (notation.days()) {
            case YEAR_FIRST -> "2026-01-31 (others with the parameter locale)";
            case DAY_FIRST -> "2026-01-31 or 31/01/2026";
            case MONTH_FIRST -> "2026-01-31 or 01/31/2026";
        };
    }

    private static String text(Object value) {
        return switch (value) {
            case String text -> Texts.isStorable(text) ? text : null;
            case BigDecimal number -> isStorable(number) ? number.toPlainString() : null;
            default -> value.toString();
        };
    }

    private BigDecimal number(Object value) {
        return switch (value) {
            case BigDecimal number -> isStorable(number) ? number : null;
            case String text -> number(numbers.plain(text));
            default -> null;
        };
    }

    private static BigDecimal number(String plain) {
        return plain == null || isCode(plain) || plain.length() > MAX_DIGITS ? null : new BigDecimal(plain);
    }

    /** Whether a column may be taken for one of numbers by a text that reads like this. */
    public static boolean suggestsNumber(String plain) {
        return plain != null
                && !isCode(plain)
                && wholeDigits(plain) <= MAX_GUESSED_DIGITS
                && plain.length() <= MAX_DIGITS;
    }

    /** Programs write 40.166666666666664 for what they divided. */
    private static int wholeDigits(String plain) {
        int point = plain.indexOf('.');
        return (point < 0 ? plain.length() : point) - start(plain);
    }

    /** Postal codes and telephone numbers begin with zeros and plus signs; numbers do not. */
    private static boolean isCode(String plain) {
        int start = start(plain);
        boolean leadingZero =
                plain.length() > start + 1 && plain.charAt(start) == '0' && plain.charAt(start + 1) != '.';
        return leadingZero || plain.startsWith("+");
    }

    private static int start(String plain) {
        return plain.startsWith("-") ? 1 : 0;
    }

    public static boolean isStorable(BigDecimal number) {
        return number.precision() <= MAX_DIGITS && Math.abs((long) number.scale()) <= MAX_DIGITS;
    }

    private static Boolean truth(Words words, Object value) {
        return switch (value) {
            case Boolean bool -> words.truth(bool);
            case BigDecimal number -> words.truth(number.toPlainString().toLowerCase(Locale.ROOT));
            case String text when text.length() <= MAX_DIGITS -> words.truth(text);
            default -> null;
        };
    }

    /** A time at midnight says no more than a day, and databases write days so. */
    private String date(String text) {
        String iso = IsoTime.dateText(text).orElse(null);
        if (iso != null || text.length() < "1/2/2026".length()) {
            return iso;
        }
        return notation.days()
                .read(text)
                .or(() -> LocalMoment.read(text, notation.days())
                        .filter(LocalMoment::isMidnight)
                        .map(LocalMoment::day))
                .map(IsoTime::of)
                .orElse(null);
    }

    private String dateTime(String text) {
        return IsoTime.dateTimeText(text)
                .or(() -> LocalMoment.read(text, notation.days()).flatMap(moment -> moment.text(notation.zoneOrUtc())))
                .orElse(null);
    }
}
