package insights.common.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In 2026 the clocks of Europe go forward on 29 March at 02:00 and back on 25 October at 03:00. */
class RecurrenceTest {

    private static final String ROME = "Europe/Rome";

    @Test
    void hasNoTimeWhenThereAreNone() {
        assertThat(daily(ROME).next(Instant.parse("2026-01-01T00:00:00Z"))).isEmpty();
        assertThat(daily(ROME).next(Instant.parse("2026-01-01T00:00:00Z"), 5)).isEmpty();
    }

    @Test
    void takesTheNextTimeOfTheDayInItsZone() {
        assertThat(daily(ROME, "18:30", "06:00").next(Instant.parse("2026-01-10T04:59:59Z"), 3))
                .containsExactly(
                        Instant.parse("2026-01-10T05:00:00Z"),
                        Instant.parse("2026-01-10T17:30:00Z"),
                        Instant.parse("2026-01-11T05:00:00Z"));
    }

    @Test
    void waitsForTheDayOfTheWeek() {
        Recurrence mondays = recurrence(new Days.OfWeek(Set.of(DayOfWeek.MONDAY)), ROME, "00:15");
        assertThat(mondays.next(Instant.parse("2026-01-11T23:14:59Z"))).contains(Instant.parse("2026-01-11T23:15:00Z"));
        assertThat(mondays.next(Instant.parse("2026-01-11T23:15:00Z"))).contains(Instant.parse("2026-01-18T23:15:00Z"));
    }

    /** Case T03. */
    @Test
    void takesTheLastDayOfMonthsThatHaveNoThirtyFirst() {
        assertThat(days(new Days.OfMonth(Set.of(31)), "2027-01-15T00:00:00Z", 4))
                .containsExactly("2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30");
        assertThat(days(new Days.OfMonth(Set.of(31)), "2028-02-01T00:00:00Z", 1))
                .containsExactly("2028-02-29");
    }

    /** Case T03. */
    @Test
    void takesTheLastDayOnceForAllDaysThatTheMonthLacks() {
        assertThat(days(new Days.OfMonth(Set.of(28, 29, 30, 31)), "2027-01-31T12:00:00Z", 3))
                .containsExactly("2027-02-28", "2027-03-28", "2027-03-29");
        assertThat(days(new Days.OfMonth(Set.of(30, 31)), "2027-02-01T00:00:00Z", 4))
                .containsExactly("2027-02-28", "2027-03-30", "2027-03-31", "2027-04-30");
    }

    /** Case T01. */
    @Test
    void takesATimeThatTheClocksSkipRightAfterTheGap() {
        assertThat(daily(ROME, "02:30").next(Instant.parse("2026-03-28T12:00:00Z"), 2))
                .containsExactly(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-30T00:30:00Z"));
        // Half an hour, on 4 October 2026.
        assertThat(daily("Australia/Lord_Howe", "02:15").next(Instant.parse("2026-10-03T00:00:00Z")))
                .contains(Instant.parse("2026-10-03T15:30:00Z"));
    }

    /** Case T01. */
    @Test
    void takesAMidnightThatTheClocksSkipOnItsDay() {
        // Egypt's clocks go from 24 April 2026, 00:00 to 01:00, which is a Friday.
        Recurrence fridays = recurrence(new Days.OfWeek(Set.of(DayOfWeek.FRIDAY)), "Africa/Cairo", "00:00");
        assertThat(fridays.next(Instant.parse("2026-04-20T00:00:00Z"), 2))
                .containsExactly(Instant.parse("2026-04-23T22:00:00Z"), Instant.parse("2026-04-30T21:00:00Z"));
    }

    /** Case T02. */
    @Test
    void doublesNoTimeThatComesTwice() {
        // Havana's clocks go back from 01:00 to 00:00 on 1 November 2026.
        assertThat(daily("America/Havana", "00:30").next(Instant.parse("2026-10-31T12:00:00Z"), 2))
                .containsExactly(Instant.parse("2026-11-01T04:30:00Z"), Instant.parse("2026-11-02T05:30:00Z"));
        assertThat(daily(ROME, "02:30").next(Instant.parse("2026-10-24T12:00:00Z"), 2))
                .containsExactly(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z"));
    }

    /** Case T01. */
    @Test
    void takesTimesThatMeetAfterAGapOnce() {
        assertThat(daily(ROME, "02:00", "02:30", "03:00").next(Instant.parse("2026-03-28T12:00:00Z"), 2))
                .containsExactly(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-30T00:00:00Z"));
    }

    @Test
    void takesATimeOfADayThatTheZoneDoesNotHave() {
        // Samoa went across the date line: there was no 30 December 2011.
        assertThat(daily("Pacific/Apia", "10:00").next(Instant.parse("2011-12-29T20:00:00Z"), 3))
                .containsExactly(
                        Instant.parse("2011-12-30T10:00:00Z"),
                        Instant.parse("2011-12-30T20:00:00Z"),
                        Instant.parse("2011-12-31T20:00:00Z"));
    }

    private static List<String> days(Days days, String after, int count) {
        return recurrence(days, "UTC", "09:00").next(Instant.parse(after), count).stream()
                .map(instant -> instant.toString().substring(0, 10))
                .toList();
    }

    private static Recurrence daily(String zone, String... times) {
        return recurrence(new Days.Every(), zone, times);
    }

    private static Recurrence recurrence(Days days, String zone, String... times) {
        return new Recurrence(days, Stream.of(times).map(LocalTime::parse).toList(), ZoneId.of(zone));
    }
}
