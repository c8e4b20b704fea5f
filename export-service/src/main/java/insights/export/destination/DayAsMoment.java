package insights.export.destination;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A day where a destination knows moments only, and shows them in the time zone of the account, which its API does not tell. It is
 * the same day from Hawaii to New Zealand in summer; at noon it would be the next one there.
 */
public final class DayAsMoment {

    private static final LocalTime DAYTIME = LocalTime.of(10, 0);

    /** Hawaii was ten and a half hours behind until 1947, and is shown so for whoever was born then. */
    private static final LocalTime FORMER_DAYTIME = LocalTime.of(10, 45);

    private static final LocalDate FORMERLY = LocalDate.of(1948, 1, 1);

    private DayAsMoment() {}

    public static OffsetDateTime of(LocalDate day) {
        return day.atTime(day.isBefore(FORMERLY) ? FORMER_DAYTIME : DAYTIME).atOffset(ZoneOffset.UTC);
    }
}
