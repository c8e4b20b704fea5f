package insights.segment.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The one written form of dates and of date-times. Texts of one form have the order of time, so that PostgreSQL can
 * compare them as they are stored.
 */
public final class IsoTime {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final int MAX_YEAR = 9999;

    private IsoTime() {}

    public static String of(LocalDate date) {
        return date.toString();
    }

    /** In milliseconds: what is finer is cut off. */
    public static String of(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    /** Reads {@code 2026-01-31}; years have four digits. */
    public static Optional<LocalDate> date(String text) {
        if (text.length() != "2026-01-31".length() || text.charAt(4) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> date.getYear() > 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
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
}
