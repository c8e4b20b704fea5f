package insights.export.line;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long the header {@code Retry-After} says to wait: seconds, or a date (RFC 9110 §10.2.3). */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");

    /** More is a mistake of whoever wrote it; the run looks again by then. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    private RetryAfter() {}

    /** Empty when nothing is said that can be read, or nothing is to be waited for. */
    public static Optional<Duration> of(String header, Instant now) {
        return Optional.ofNullable(header)
                .map(String::strip)
                .flatMap(text -> SECONDS.matcher(text).matches() ? seconds(text) : until(text, now))
                .filter(wait -> wait.isPositive())
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Duration> seconds(String text) {
        return Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(text), LONGEST.toSeconds())));
    }

    private static Optional<Duration> until(String text, Instant now) {
        try {
            return Optional.of(Duration.between(
                    now,
                    LocalDateTime.parse(text, DATE).atOffset(ZoneOffset.UTC).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
