package insights.common.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Times of day on some days in a time zone, as instants. Clocks that change lose none of them and double none: a time
 * that does not exist on a day is taken right after the gap, one that comes twice is taken the first time. Times that
 * meet at one instant are one.
 *
 * @param times none when nothing recurs
 */
public record Recurrence(Days days, List<LocalTime> times, ZoneId zone) {

    /** The longest month, and the day that is lost where a zone moves across the date line. */
    private static final int LONGEST_WAIT_DAYS = 32;

    /** The first instant after the given one; none when there are no times, or no days. */
    public Optional<Instant> next(Instant after) {
        // A time that a clock change put off to the next day belongs to the day before.
        LocalDate yesterday = LocalDate.ofInstant(after, zone).minusDays(1);
        return Stream.iterate(yesterday, day -> day.plusDays(1))
                .limit(LONGEST_WAIT_DAYS + 2)
                .filter(days::include)
                .map(day -> firstOf(day, after))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The next instants after the given one, in order, at most so many. */
    public List<Instant> next(Instant after, int count) {
        return Stream.iterate(next(after), Optional::isPresent, last -> next(last.orElseThrow()))
                .limit(count)
                .map(Optional::orElseThrow)
                .toList();
    }

    private Optional<Instant> firstOf(LocalDate day, Instant after) {
        return times.stream()
                .map(time -> instant(day.atTime(time)))
                .filter(instant -> instant.isAfter(after))
                .min(Instant::compareTo);
    }

    private Instant instant(LocalDateTime time) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = zone.getRules().getTransition(time);
            return gap.getInstant();
        }
        return time.toInstant(offsets.getFirst());
    }
}
