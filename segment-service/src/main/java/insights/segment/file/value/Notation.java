package insights.segment.file.value;

import java.text.DecimalFormatSymbols;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * How a file writes numbers, days and times. It is one for the whole file.
 *
 * @param numbers null to find out
 * @param days null to find out
 * @param zone of times without an offset; null when nobody said it
 */
public record Notation(NumberStyle numbers, DayOrder days, ZoneId zone) {

    /** Nothing is known of it. */
    public static final Notation UNKNOWN = new Notation(null, null, null);

    /** As people of the locale write, by the Unicode Common Locale Data Repository, which the JDK has. */
    public static Notation of(Locale locale, ZoneId zone) {
        if (locale == null) {
            return new Notation(null, null, zone);
        }
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        DayOrder order = pattern.startsWith("y")
                ? DayOrder.YEAR_FIRST
                : pattern.indexOf('d') < pattern.indexOf('M') ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST;
        return new Notation(
                new NumberStyle(symbols.getDecimalSeparator(), symbols.getGroupingSeparator(), false), order, zone);
    }

    ZoneId zoneOrUtc() {
        return zone == null ? ZoneOffset.UTC : zone;
    }
}
