package insights.export.overview;

import insights.export.run.Purpose;
import insights.export.run.Run;
import insights.export.run.RunStatus;
import insights.export.run.RunTrigger;
import insights.export.run.StopReason;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/**
 * How the latest run of an export goes, or went. Runs that only take erased people out are no news and not meant.
 *
 * @param reason why it ended early; left out when it did not
 * @param detail the same in words, with what to do
 * @param rejected people whom it did not export
 */
public record LastRun(
        @NotNull UUID id,
        @NotNull RunStatus status,
        StopReason reason,
        String detail,
        @NotNull RunTrigger trigger,
        @NotNull Purpose purpose,
        @NotNull Instant requestedAt,
        Instant startedAt,
        Instant finishedAt,
        Instant nextAttemptAt,
        long rejected) {

    static LastRun of(Run run) {
        return new LastRun(
                run.id(),
                run.status(),
                run.reason(),
                run.detail(),
                run.trigger(),
                run.purpose(),
                run.requestedAt(),
                run.startedAt(),
                run.finishedAt(),
                run.nextAttemptAt(),
                run.totals().rejected());
    }
}
