package insights.sandbox.autopilot.contact;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as Autopilot writes them: {@code 2017-01-14T03:16:19.000Z}. */
final class Timestamp {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Timestamp() {}

    static String format(Instant instant) {
        return FORMAT.format(instant);
    }
}
