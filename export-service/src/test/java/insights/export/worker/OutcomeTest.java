package insights.export.worker;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.problem.Problem;
import insights.common.sql.DatabaseException;
import insights.export.ExportProblem;
import insights.export.destination.DestinationException;
import insights.export.run.RunStatus;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final List<Duration> DELAYS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5));

    @Test
    void putsOffWhatMayGetBetterUntilTheDelaysAreUsedUp() {
        RuntimeException down = new DestinationException.Unavailable("Autopilot answered 503");
        assertThat(Outcome.of(down, 0, DELAYS))
                .extracting(Outcome::status, Outcome::failures, Outcome::retryIn)
                .containsExactly(RunStatus.FAILED_RETRYING, 1, Duration.ofMinutes(1));
        assertThat(Outcome.of(down, 1, DELAYS).retryIn()).isEqualTo(Duration.ofMinutes(5));
        assertThat(Outcome.of(down, 2, DELAYS))
                .extracting(Outcome::status, Outcome::reason)
                .containsExactly(RunStatus.FAILED_PERMANENT, StopReason.DESTINATION_UNAVAILABLE);
    }

    /** Case Y09. */
    @Test
    void comesBackWhenAutopilotSaidAndUsesUpNoAttempt() {
        assertThat(Outcome.of(new DestinationException.Throttled(Duration.ofHours(2), false), 2, DELAYS))
                .extracting(Outcome::status, Outcome::reason, Outcome::failures, Outcome::retryIn)
                .containsExactly(RunStatus.FAILED_RETRYING, StopReason.THROTTLED, 2, Duration.ofHours(2));
        assertThat(Outcome.of(new DestinationException.Throttled(null, false), 0, DELAYS)
                        .retryIn())
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(Outcome.of(new DestinationException.Throttled(Duration.ofSeconds(1), true), 5, DELAYS)
                        .retryIn())
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(Outcome.of(new DestinationException.Throttled(Duration.ofDays(1), false), 0, DELAYS)
                        .retryIn())
                .isEqualTo(Duration.ofHours(6));
    }

    @Test
    void skipsWhenAPreconditionFails() {
        assertThat(Outcome.of(new StopRunException(StopReason.MASS_REMOVAL, "…"), 0, DELAYS)
                        .status())
                .isEqualTo(RunStatus.SKIPPED);
        assertThat(Outcome.of(Problem.of(ExportProblem.SEGMENT_NOT_REFRESHED, "…"), 0, DELAYS))
                .extracting(Outcome::status, Outcome::reason)
                .containsExactly(RunStatus.SKIPPED, StopReason.SEGMENT_NOT_REFRESHED);
    }

    @Test
    void saysThatItsDatabaseWasAwayAndTriesAgain() {
        RuntimeException away = new DatabaseException(new SQLException("terminating connection", "57P01"));
        assertThat(Outcome.of(away, 0, DELAYS))
                .extracting(Outcome::status, Outcome::reason)
                .containsExactly(RunStatus.FAILED_RETRYING, StopReason.PLATFORM_UNAVAILABLE);
        assertThat(Outcome.of(away, 0, DELAYS).detail()).contains("went away in the middle");
        RuntimeException full = new DatabaseException(new SQLException("could not extend file", "53100"));
        assertThat(Outcome.of(full, 0, DELAYS).detail()).contains("no room left");
    }

    @Test
    void tellsNothingOfAFaultOfThisService() {
        assertThat(Outcome.of(new IllegalStateException("ana@example.com"), 0, DELAYS))
                .extracting(Outcome::status, Outcome::reason)
                .containsExactly(RunStatus.FAILED_RETRYING, StopReason.INTERNAL_ERROR);
        assertThat(Outcome.of(new IllegalStateException("ana@example.com"), 0, DELAYS)
                        .detail())
                .doesNotContain("ana");
    }

    @Test
    void warnsWhenSomebodyWasNotExported() {
        assertThat(Outcome.done(true).status()).isEqualTo(RunStatus.COMPLETED_WITH_WARNINGS);
        assertThat(Outcome.done(false).status()).isEqualTo(RunStatus.SUCCESSFUL);
    }
}
