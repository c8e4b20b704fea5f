package insights.segment.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In 2026 the clocks of Europe go forward on 29 March at 02:00 and back on 25 October at 03:00. */
class RefreshScheduleTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @Test
    void hasNoTimeWhenItIsOff() {
        assertThat(daily().next(Instant.parse("2026-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void takesTheNextTimeOfTheDayInItsZone() {
        RefreshSchedule schedule = daily("06:00", "18:30");
        assertThat(schedule.next(Instant.parse("2026-01-10T04:59:59Z")))
                .contains(Instant.parse("2026-01-10T05:00:00Z"));
        assertThat(schedule.next(Instant.parse("2026-01-10T05:00:00Z")))
                .contains(Instant.parse("2026-01-10T17:30:00Z"));
        assertThat(schedule.next(Instant.parse("2026-01-10T17:30:00Z")))
                .contains(Instant.parse("2026-01-11T05:00:00Z"));
    }

    @Test
    void waitsForTheDayOfTheWeek() {
        RefreshSchedule mondays =
                new RefreshSchedule(Set.of(DayOfWeek.MONDAY), List.of(LocalTime.parse("00:15")), ROME);
        assertThat(mondays.next(Instant.parse("2026-01-11T23:14:59Z"))).contains(Instant.parse("2026-01-11T23:15:00Z"));
        assertThat(mondays.next(Instant.parse("2026-01-11T23:15:00Z"))).contains(Instant.parse("2026-01-18T23:15:00Z"));
    }

    @Test
    void losesNoTimeThatTheClocksSkip() {
        assertThat(daily("02:30").next(Instant.parse("2026-03-28T12:00:00Z")))
                .contains(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void doublesNoTimeThatComesTwice() {
        RefreshSchedule schedule = daily("02:30");
        assertThat(schedule.next(Instant.parse("2026-10-24T12:00:00Z")))
                .contains(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(schedule.next(Instant.parse("2026-10-25T00:30:00Z")))
                .contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void startsOnceWhenASkippedTimeMeetsAnother() {
        assertThat(run(daily("02:30", "03:30"), "2026-03-28T22:00:00Z", "2026-03-29T22:00:00Z"))
                .containsExactly(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void startsOnEveryDayOfAYearWhateverTheClocksDo() {
        for (String zone : List.of("Europe/Rome", "America/New_York", "Australia/Lord_Howe", "America/Havana", "UTC")) {
            for (String time : List.of("00:00", "00:30", "01:45", "02:00", "02:15", "03:00", "23:59")) {
                RefreshSchedule schedule = new RefreshSchedule(
                        EnumSet.allOf(DayOfWeek.class), List.of(LocalTime.parse(time)), ZoneId.of(zone));
                List<Instant> starts = run(schedule, "2026-01-02T12:00:00Z", "2027-01-02T12:00:00Z");
                assertThat(starts).as(zone + " " + time).hasSize(365).isSorted().doesNotHaveDuplicates();
                for (int i = 1; i < starts.size(); i++) {
                    assertThat(Duration.between(starts.get(i - 1), starts.get(i)))
                            .isBetween(Duration.ofHours(23), Duration.ofHours(25));
                }
            }
        }
    }

    private static List<Instant> run(RefreshSchedule schedule, String from, String to) {
        List<Instant> starts = new ArrayList<>();
        Instant end = Instant.parse(to);
        Instant next = schedule.next(Instant.parse(from)).orElseThrow();
        while (next.isBefore(end)) {
            starts.add(next);
            next = schedule.next(next).orElseThrow();
        }
        return starts;
    }

    private static RefreshSchedule daily(String... times) {
        return new RefreshSchedule(
                EnumSet.allOf(DayOfWeek.class),
                List.of(times).stream().map(LocalTime::parse).toList(),
                ROME);
    }
}
