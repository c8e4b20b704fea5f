package insights.export.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A destination that is seen from its side: requests arrive some time after they began, and are answered later. */
class PaceTest {

    private static final long MILLI = Duration.ofMillis(1).toNanos();
    private static final long SECOND = 1_000 * MILLI;

    private final Random random = new Random(7);
    private final PriorityQueue<Flight> inFlight = new PriorityQueue<>(Comparator.comparingLong(Flight::answered));
    private final List<Long> seen = new ArrayList<>();
    private long now = 1_000;

    private record Flight(Pace.Begun begun, long answered) {}

    /** On its way a request may be held up by a few milliseconds more or less; and whoever begins it may be late himself. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "1, 300",
        "2.5, 100",
        "5, 0",
        "5, 2000",
        "10, 50",
        "20, 0",
        "20, 50",
        "20, 200",
        "20, 1000",
        "200, 1000"
    })
    void neverLetsTheDestinationSeeMoreInAnySecond(double rate, long answerTime) {
        Pace pace = pace(rate);
        requests(pace, 2_000, () -> 15, () -> answerTime + random.nextInt(30));
        assertNoSecondHasMoreThan(Math.max(1, (int) Math.floor(rate)));
    }

    /** One in a hundred is stuck for up to a second before it arrives. */
    @ParameterizedTest
    @ValueSource(doubles = {5, 20, 50})
    void makesUpForRequestsThatWereStuck(double rate) {
        Pace pace = pace(rate);
        requests(pace, 3_000, () -> random.nextInt(100) == 0 ? 900 : 15, () -> 30);
        assertNoSecondHasMoreThan((int) rate);
    }

    @ParameterizedTest
    @CsvSource({"20, 5", "20, 50", "20, 200", "20, 1000", "5, 5", "5, 2000", "5, 1000"})
    void usesWhatTheContractAllowsHoweverLateTheAnswersAre(double rate, long answerTime) {
        Pace pace = pace(rate);
        requests(pace, 200, () -> 2, () -> answerTime);
        long begin = now;
        requests(pace, 1_000, () -> 2, () -> answerTime + random.nextInt(1 + (int) answerTime / 10));
        assertThat(1_000 / ((now - begin) / (double) SECOND) / rate).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void hasAsManyInFlightAsTheAnswersNeed() {
        Pace pace = pace(20);
        requests(pace, 100, () -> 2, () -> 1_000);
        assertThat(pace.atOnce(now)).isBetween(21, 32);
        requests(pace, 200, () -> 2, () -> 10);
        assertThat(pace.atOnce(now)).isBetween(1, 4);
    }

    @Test
    void throttlingOfAllThatAreInFlightCountsOnce() {
        Pace pace = pace(20);
        List<Pace.Begun> burst =
                LongStream.range(0, 8).mapToObj(i -> begin(pace)).toList();
        burst.forEach(begun -> pace.throttled(begun, Optional.empty(), now));
        assertThat(pace.rate(now)).isEqualTo(10);
        assertThat(pace.pause(now)).isEqualTo(Duration.ofSeconds(1));
        now += 1_000 * MILLI;
        pace.throttled(begin(pace), Optional.empty(), now);
        assertThat(pace.rate(now)).isBetween(5.0, 5.3);
        assertThat(pace.pause(now)).as("twice as long").isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void asksNothingForAsLongAsItIsTold() {
        Pace pace = pace(20);
        pace.throttled(begin(pace), Optional.of(Duration.ofSeconds(7)), now);
        assertThat(pace.untilNext(now)).isEqualTo(Duration.ofSeconds(7));
    }

    /** However few requests there were meanwhile. */
    @Test
    void isBackWithinTwoMinutesOfTheLastThrottling() {
        Pace pace = pace(20);
        long begin = now;
        while (now - begin < 75 * SECOND) {
            now += pace.untilNext(now).toNanos();
            Pace.Begun begun = pace.begin(now);
            pace.throttled(begun, Optional.empty(), now);
            pace.over(begun, now);
        }
        long last = now;
        assertThat(pace.rate(now)).as("the floor").isEqualTo(0.2);
        now = last + 60 * SECOND;
        assertThat(pace.rate(now)).as("carefully").isBetween(0.5, 10.0);
        now = last + 120 * SECOND;
        assertThat(pace.rate(now)).isEqualTo(20);
        long requests = requestsUntil(pace, now + 180 * SECOND);
        assertThat(requests / 180.0 / 20).isGreaterThan(0.95);
    }

    @Test
    void takesAHalfStepBackWhenItCameBackTooFar() {
        Pace pace = pace(20);
        pace.throttled(begin(pace), Optional.empty(), now);
        now += 60 * SECOND;
        double before = pace.rate(now);
        pace.throttled(begin(pace), Optional.empty(), now);
        assertThat(pace.rate(now)).isCloseTo(before / 2, org.assertj.core.data.Offset.offset(0.5));
    }

    private static Pace pace(double rate) {
        return new Pace(rate, new Pause(Duration.ofSeconds(1), Duration.ofSeconds(20)));
    }

    private Pace.Begun begin(Pace pace) {
        now += pace.untilNext(now).toNanos();
        return pace.begin(now);
    }

    private long requestsUntil(Pace pace, long end) {
        long made = 0;
        for (; now < end; made++) {
            requests(pace, 1, () -> 2, () -> 50);
        }
        return made;
    }

    /** Begins so many as soon as each may; what is answered meanwhile is told. */
    private void requests(
            Pace pace, int count, java.util.function.LongSupplier onTheWay, java.util.function.LongSupplier answering) {
        for (int i = 0; i < count; i++) {
            while (true) {
                answer(pace);
                long wait = pace.untilNext(now).toNanos();
                if (wait == 0) {
                    break;
                }
                long next =
                        inFlight.isEmpty() ? Long.MAX_VALUE : inFlight.peek().answered();
                // Nobody wakes in time exactly.
                now = Math.max(now, Math.min(next, now + wait + random.nextInt(4) * MILLI));
            }
            Pace.Begun begun = pace.begin(now);
            long arrived = now + (long) (random.nextDouble() * onTheWay.getAsLong() * MILLI);
            seen.add(arrived);
            inFlight.add(new Flight(begun, arrived + answering.getAsLong() * MILLI));
        }
    }

    private void answer(Pace pace) {
        while (!inFlight.isEmpty() && inFlight.peek().answered() <= now) {
            Flight flight = inFlight.remove();
            pace.answered(flight.begun(), flight.answered());
            pace.wentWell(flight.begun());
            pace.over(flight.begun(), flight.answered());
        }
    }

    private void assertNoSecondHasMoreThan(int most) {
        long[] sorted = seen.stream().mapToLong(Long::longValue).sorted().toArray();
        for (int i = most; i < sorted.length; i++) {
            assertThat(sorted[i] - sorted[i - most]).isGreaterThanOrEqualTo(SECOND);
        }
    }
}
