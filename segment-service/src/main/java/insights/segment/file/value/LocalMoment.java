package insights.segment.file.value;

import insights.segment.field.IsoTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day and time as databases and spreadsheets write it.
 *
 * @param offset null when the text has none
 */
public record LocalMoment(LocalDate day, LocalTime time, ZoneOffset offset) {

    private static final int MAX_YEAR = 9999;

    private static final Pattern FORM =
            Pattern.compile("([0-9./-]{8,10})[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
                    + "(?:[ \\u00a0\\u202f]?([AaPp])\\.?[Mm]\\.?)?"
                    + " ?(Z|z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?");

    /** Reads {@code 2026-01-31 10:00:00.123456+01}, {@code 31/01/2026 10:15}, {@code 1/31/2026 10:15 PM} and their like. */
    public static Optional<LocalMoment> read(String text, DayOrder order) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            Optional<LocalDate> day = order.read(form.group(1));
            LocalTime time = time(form);
            ZoneOffset offset = offset(form.group(7));
            return day.map(date -> new LocalMoment(date, time, offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(Matcher form) {
        int hour = Integer.parseInt(form.group(2));
        if (form.group(6) != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("no hour of a clock with twelve");
            }
            hour = hour % 12 + (form.group(6).equalsIgnoreCase("p") ? 12 : 0);
        }
        String second = form.group(4);
        String fraction = form.group(5);
        int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
        return LocalTime.of(
                hour, Integer.parseInt(form.group(3)), second == null ? 0 : Integer.parseInt(second), nanos);
    }

    private static ZoneOffset offset(String text) {
        if (text == null) {
            return null;
        }
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.equals("Z") || upper.equals("UTC") || upper.equals("GMT") ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    /** Whether it says no more than a day does. */
    public boolean isMidnight() {
        return offset == null && time.equals(LocalTime.MIDNIGHT);
    }

    /** In its written form; in a gap of the zone's clock the later time, where it goes back the earlier. */
    Optional<String> text(ZoneId zone) {
        ZoneId used = offset == null ? zone : offset;
        Instant instant = day.atTime(time).atZone(used).toInstant();
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year > 0 && year <= MAX_YEAR ? Optional.of(IsoTime.of(instant)) : Optional.empty();
    }
}
