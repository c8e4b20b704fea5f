package insights.segment.file;

import insights.segment.field.FieldType;
import insights.segment.field.IsoTime;
import insights.segment.profile.Texts;
import java.math.BigDecimal;
import java.util.Locale;

/** Reads the values of a file as values of a type. */
public final class ValueReader {

    /** Longer rows of digits are numbers of something rather than numbers. */
    private static final int MAX_INFERRED_DIGITS = 15;

    private static final int MAX_DIGITS = 40;

    private final Notation notation;

    public ValueReader(Notation notation) {
        this.notation = notation;
    }

    /**
     * The value as it is stored: text, {@link BigDecimal} or {@link Boolean}.
     *
     * @param value text, a number or a truth value
     * @return null when it is not of the type
     */
    public Object read(FieldType type, Object value) {
        return switch (type) {
            case STRING -> text(value);
            case NUMBER -> number(value);
            case BOOLEAN -> value instanceof String text ? bool(text.strip()) : value instanceof Boolean ? value : null;
            case DATE -> value instanceof String text ? date(text.strip()) : null;
            case DATETIME -> value instanceof String text ? dateTime(text.strip()) : null;
        };
    }

    /** Whether a value of a field that is new may be taken to be of this type. */
    boolean suggests(FieldType type, Object value) {
        return switch (value) {
            case String text when type == FieldType.NUMBER -> looksLikeNumber(text.strip());
            case String text -> read(type, text) != null;
            case BigDecimal number -> type == FieldType.NUMBER;
            default -> type == FieldType.BOOLEAN;
        };
    }

    private static String text(Object value) {
        return switch (value) {
            case String text -> Texts.isStorable(text) ? text : null;
            case BigDecimal number -> isStorable(number) ? number.toPlainString() : null;
            default -> value.toString();
        };
    }

    private boolean looksLikeNumber(String text) {
        String plain = notation.plainNumber(text);
        return plain != null && !isCode(plain) && plain.length() - start(plain) <= MAX_INFERRED_DIGITS + 1;
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

    private BigDecimal number(Object value) {
        return switch (value) {
            case BigDecimal number -> isStorable(number) ? number : null;
            case String text -> number(text.strip());
            default -> null;
        };
    }

    private BigDecimal number(String text) {
        String plain = notation.plainNumber(text);
        return plain == null || isCode(plain) || plain.length() > MAX_DIGITS ? null : new BigDecimal(plain);
    }

    private static boolean isStorable(BigDecimal number) {
        return number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_DIGITS;
    }

    private static Boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    private String date(String text) {
        return notation.date(text).orElse(null);
    }

    private static String dateTime(String text) {
        return IsoTime.dateTimeText(text).orElse(null);
    }
}
