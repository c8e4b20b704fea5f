package insights.common.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;

/** A time as the API takes it, in parameters and in bodies. */
public final class ApiTime {

    /** What such a time is, in words. */
    public static final String EXPECTED = "a time of the years 1 to 9999 such as 2026-01-31T08:00:00Z";

    private ApiTime() {}

    /**
     * Others than these years are beyond what PostgreSQL keeps, or nobody means them.
     *
     * @throws DateTimeException for anything else
     */
    public static Instant parse(String text) {
        Instant time = Instant.parse(text);
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new DateTimeException("year " + year);
        }
        return time;
    }
}
