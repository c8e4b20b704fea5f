package insights.export.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpeedTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void estimatesTheWholeRunNotThePhase() {
        // 10 of 20 bulk requests are left, and 480 joins after them, at 5 requests a second.
        Progress progress = new Speed(20L, 480L, 50, 10, 0).progress(1_000, 2_000, NOW);
        assertThat(progress.requestsLeft()).isEqualTo(490);
        assertThat(progress.estimatedEnd()).isEqualTo(NOW.plusSeconds(98));
        assertThat(progress.ratePerSecond()).as("contacts a second").isEqualTo(500);
    }

    @Test
    void doesNotGuessFromNextToNothing() {
        assertThat(new Speed(20L, 480L, 2, 10, 0).progress(0, 2_000, NOW))
                .isEqualTo(new Progress(0, 2_000, null, 500L, null, null));
        assertThat(new Speed(20L, 480L, 5, 0.5, 0).progress(0, 2_000, NOW).estimatedEnd())
                .isNull();
    }

    @Test
    void doesNotKnowTheEndBeforeItHasCompared() {
        assertThat(new Speed(null, null, 3_000, 3, 0).progress(3_000, 9_000, NOW))
                .isEqualTo(new Progress(3_000, 9_000, 1_000.0, null, null, null));
    }

    @Test
    void standsStillWhenNothingHappens() {
        Speed moving = new Speed(1_000L, 0L, 300, 60, 0);
        Speed standing = new Speed(1_000L, 0L, 300, 60, 120);
        Duration before = Duration.between(NOW, moving.progress(0, 1_000, NOW).estimatedEnd());
        Duration after = Duration.between(NOW, standing.progress(0, 1_000, NOW).estimatedEnd());
        assertThat(after).isGreaterThan(before.multipliedBy(10));
    }

    @Test
    void survivesAPhaseWithoutSteps() {
        assertThat(new Speed(0L, 100L, 50, 10, 0).progress(0, 0, NOW).estimatedEnd())
                .isEqualTo(NOW.plusSeconds(20));
    }
}
