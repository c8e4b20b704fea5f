package insights.sandbox.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelaysTest {

    @Test
    void areAllAlikeWithoutADeviation() {
        assertThat(draw(new Latency(200, 0, 7))).containsOnly(Duration.ofMillis(200));
        assertThat(draw(Latency.NONE)).containsOnly(Duration.ZERO);
    }

    @Test
    void areDrawnAlikeForTheSameSeed() {
        List<Duration> drawn = draw(new Latency(200, 0.5, 7));

        assertThat(draw(new Latency(200, 0.5, 7))).isEqualTo(drawn);
        assertThat(draw(new Latency(200, 0.5, 8))).isNotEqualTo(drawn);
    }

    /** Half are below the median; of a log-normal distribution, 95 % are below {@code e^(1.645 × deviation)} times as much. */
    @Test
    void areSpreadAsADistributionOfAnswerTimesIs() {
        List<Duration> sorted =
                draw(new Latency(1_000, 0.5, 7)).stream().sorted().toList();

        assertThat(sorted.get(500).toMillis()).isBetween(950L, 1_050L);
        assertThat(sorted.get(950).toMillis()).isBetween(2_100L, 2_500L);
        assertThat(sorted.getFirst()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "600001, 0", "1, -0.1", "1, 3.1", "1, NaN"})
    void areOfALatencyThatCanBe(long millis, double deviation) {
        assertThatThrownBy(() -> new Latency(millis, deviation, 7)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Duration> draw(Latency latency) {
        Delays delays = new Delays(latency);
        return IntStream.range(0, 1_000).mapToObj(i -> delays.next()).toList();
    }
}
