package insights.segment.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The one written form of dates and of date-times. Texts of one form have the order of time, so that PostgreSQL can
 * compare them as they are stored.
 */
public final class IsoTime {

    private static final int MAX_YEAR = 9999;
    private static final int DATE_LENGTH = "2026-01-31".length();
    private static final int DATE_TIME_LENGTH = "2026-01-31T10:00:00.000Z".length();

    private IsoTime() {}

    public static String of(LocalDate date) {
        return date.toString();
    }

    /** In milliseconds: what is finer is cut off. */
    public static String of(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(DATE_TIME_LENGTH).append(time.toLocalDate());
        pad(text.append('T'), time.getHour(), 10);
        pad(text.append(':'), time.getMinute(), 10);
        pad(text.append(':'), time.getSecond(), 10);
        pad(text.append('.'), instant.getNano() / 1_000_000, 100);
        return text.append('Z').toString();
    }

    private static void pad(StringBuilder text, int number, int unit) {
        for (int digit = unit; digit > 1 && number < digit; digit /= 10) {
            text.append('0');
        }
        text.append(number);
    }

    /** Reads {@code 2026-01-31}; years have four digits. */
    public static Optional<LocalDate> date(String text) {
        return text.length() == DATE_LENGTH && isDate(text) ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    }

    /** A date in its written form. */
    public static Optional<String> dateText(String text) {
        return text.length() == DATE_LENGTH && isDate(text) ? Optional.of(text) : Optional.empty();
    }

    /** Reads a date and time with {@code Z} or an offset, like {@code 2026-01-31T11:00:00+01:00}. */
    public static Optional<Instant> dateTime(String text) {
        if (text.length() < "2026-01-31T10:00Z".length() || text.charAt(10) != 'T' && text.charAt(10) != ' ') {
            return Optional.empty();
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', 'T'));
            int year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear();
            return year > 0 && year <= MAX_YEAR ? Optional.of(time.toInstant()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A date and time in its written form. Most are written so already, and reading them takes long. */
    public static Optional<String> dateTimeText(String text) {
        return isWritten(text) ? Optional.of(text) : dateTime(text).map(IsoTime::of);
    }

    private static boolean isWritten(String text) {
        return text.length() == DATE_TIME_LENGTH
                && text.charAt(10) == 'T'
                && isDate(text)
                && isBetween(text, 11, 2, 0, 23)
                && text.charAt(13) == ':'
                && isBetween(text, 14, 2, 0, 59)
                && text.charAt(16) == ':'
                && isBetween(text, 17, 2, 0, 59)
                && text.charAt(19) == '.'
                && isBetween(text, 20, 3, 0, 999)
                && text.charAt(23) == 'Z';
    }

    /** Whether the text begins with a day that there is. */
    private static boolean isDate(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && isBetween(text, 0, 4, 1, MAX_YEAR)
                && isBetween(text, 5, 2, 1, 12)
                && isBetween(
                        text,
                        8,
                        2,
                        1,
                        YearMonth.of(number(text, 0, 4), number(text, 5, 2)).lengthOfMonth());
    }

    private static boolean isBetween(String text, int from, int digits, int least, int most) {
        int number = number(text, from, digits);
        return number >= least && number <= most;
    }

    /** The number, or -1 when it is none. */
    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }
}
