package insights.segment.file;

import insights.segment.field.IsoTime;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a file writes numbers and days. Days as of ISO 8601 are understood always. */
public record Notation(char decimal, char grouping, DayOrder order) {

    /** As computers write: {@code 1234.5} and {@code 2026-01-31}. */
    public static final Notation PLAIN = new Notation('.', '\0', DayOrder.ISO_ONLY);

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})");

    /** What stands in front in a day like 1/2/2026. */
    public enum DayOrder {
        ISO_ONLY,
        DAY_FIRST,
        MONTH_FIRST
    }

    /** As people of the locale write, by the Unicode Common Locale Data Repository, which the JDK has. */
    public static Notation of(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        DayOrder order = pattern.indexOf('d') < pattern.indexOf('M') ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST;
        return new Notation(symbols.getDecimalSeparator(), symbols.getGroupingSeparator(), order);
    }

    /** The digits with a decimal point and at most one sign in front, or null when it is no number. */
    String plainNumber(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean digit = false;
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
                plain.append(c);
            } else if (c == decimal && digit && !point) {
                point = true;
                plain.append('.');
            } else if ((c == '-' || c == '+') && i == 0) {
                plain.append(c);
            } else if (c != grouping || !digit || point || !groupFollows(text, i)) {
                return null;
            }
        }
        boolean complete = digit && plain.charAt(plain.length() - 1) != '.';
        return complete ? plain.toString() : null;
    }

    /** Exactly three digits after the separator of thousands. */
    private static boolean groupFollows(String text, int at) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == at + 4;
    }

    /** The day in its written form ({@link IsoTime}). */
    Optional<String> date(String text) {
        Optional<String> iso = IsoTime.dateText(text);
        return iso.isPresent() || order == DayOrder.ISO_ONLY
                ? iso
                : localDate(text).map(IsoTime::of);
    }

    private Optional<LocalDate> localDate(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(day.group(1));
        int second = Integer.parseInt(day.group(3));
        int year = Integer.parseInt(day.group(4));
        try {
            return order == DayOrder.DAY_FIRST
                    ? Optional.of(LocalDate.of(year, second, first))
                    : Optional.of(LocalDate.of(year, first, second));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
