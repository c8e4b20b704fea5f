package insights.segment.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Times of day in a time zone, on some days of the week. Clocks that change lose no refresh and double none: a time that
 * does not exist on a day is taken as much later as the clocks were put forward, one that comes twice is taken the first
 * time ({@link ZonedDateTime#of(LocalDate, LocalTime, ZoneId)}).
 */
record RefreshSchedule(Set<DayOfWeek> days, List<LocalTime> times, ZoneId zone) {

    /** A week and a day: whatever the schedule, it has a time in there. */
    private static final int LOOKAHEAD_DAYS = 8;

    /** The first instant after the given one; none when there are no times. */
    Optional<Instant> next(Instant after) {
        LocalDate today = LocalDate.ofInstant(after, zone);
        // A time that was put off to the next day by a clock change belongs to the day before.
        return Stream.iterate(today.minusDays(1), day -> day.plusDays(1))
                .limit(LOOKAHEAD_DAYS + 2)
                .filter(day -> days.contains(day.getDayOfWeek()))
                .flatMap(day -> times.stream()
                        .map(time -> ZonedDateTime.of(day, time, zone).toInstant()))
                .filter(instant -> instant.isAfter(after))
                .min(Instant::compareTo);
    }
}
