package insights.segment.file.value;

import insights.segment.field.IsoTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in front in a day like 1/2/2026. Days that begin with the year are understood always. */
public enum DayOrder {
    YEAR_FIRST,
    DAY_FIRST,
    MONTH_FIRST;

    private static final Pattern YEAR_IN_FRONT = Pattern.compile("(\\d{4})([./])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})");
    private static final int SHORTEST = "1/2/2026".length();
    private static final int LONGEST = "31/12/2026".length();

    /** The day, or none: years have four digits. */
    public Optional<LocalDate> read(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST || !isDigit(text.charAt(0))) {
            return Optional.empty();
        }
        Optional<LocalDate> iso = IsoTime.date(text);
        if (iso.isPresent()) {
            return iso;
        }
        Matcher yearInFront = YEAR_IN_FRONT.matcher(text);
        if (yearInFront.matches()) {
            return day(number(yearInFront, 1), number(yearInFront, 3), number(yearInFront, 4));
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (this == YEAR_FIRST || !yearLast.matches()) {
            return Optional.empty();
        }
        return this == DAY_FIRST
                ? day(number(yearLast, 4), number(yearLast, 3), number(yearLast, 1))
                : day(number(yearLast, 4), number(yearLast, 1), number(yearLast, 3));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return year == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
