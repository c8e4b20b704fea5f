package insights.export.run;

import insights.common.security.Person;
import insights.export.progress.Phase;
import insights.export.progress.Progress;
import insights.export.progress.Waiting;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run of an export, as it stands.
 *
 * @param exportName display name of the export, as it is now
 * @param connectionName display name of the connection, as it is now: in lists, so that nobody asks for each row; left out where
 *     there is one run, and when the connection is gone, or destination-service does not answer and never said it
 * @param trigger what set it off first; others may have joined it while it waited
 * @param requestedBy who set it off; the schedule, the refresh or the service where nobody did
 * @param scheduledFor latest time of the schedule that it stands for; null when it stands for none
 * @param refreshId latest refresh that it stands for; null when it stands for none
 * @param reason why it ended early; null when it did not
 * @param detail the same in words, with what to do
 * @param phase what it is doing; null before it began
 * @param failures how often it failed and was put off
 * @param nextAttemptAt when it is tried again; null unless it is {@code FAILED_RETRYING}
 * @param waiting what it waits for; null unless it is {@code PROCESSING} and has waited for some seconds
 * @param warnings what somebody should look at, although the run did all that it was to do
 */
public record Run(
        @NotNull UUID id,
        @NotNull UUID exportId,
        @NotNull String exportName,
        @NotNull UUID connectionId,

        @Schema(
                description = "Display name of the connection, as it is now. In lists only; left out there when the"
                        + " connection is gone, or destination-service does not answer and never said it.")
        String connectionName,

        @NotNull RunTrigger trigger,
        @NotNull Purpose purpose,
        @NotNull Person requestedBy,
        Instant scheduledFor,
        UUID refreshId,
        @NotNull RunStatus status,
        StopReason reason,
        String detail,
        Phase phase,
        @NotNull Progress progress,
        @NotNull Totals totals,
        @NotNull Instant requestedAt,
        Instant startedAt,
        Instant finishedAt,
        int failures,
        Instant nextAttemptAt,
        Waiting waiting,
        @NotNull List<RunWarning> warnings) {

    /** With the name of its connection; null when nobody knows it. */
    Run through(String name) {
        return new Run(
                id,
                exportId,
                exportName,
                connectionId,
                name,
                trigger,
                purpose,
                requestedBy,
                scheduledFor,
                refreshId,
                status,
                reason,
                detail,
                phase,
                progress,
                totals,
                requestedAt,
                startedAt,
                finishedAt,
                failures,
                nextAttemptAt,
                waiting,
                warnings);
    }

    /**
     * What the run has counted.
     *
     * @param profiles distinct members of the segments
     * @param eligible those that can be exported
     * @param rejected those that cannot, or that the destination refused
     * @param contactsUpserted contacts created or updated
     * @param contactsUnchanged contacts that were already as they should be
     * @param membershipsJoined contacts put on a list
     * @param membershipsLeft contacts taken off a list
     * @param requests requests made to the destination, repeated ones included; those of the last seconds of a replica that was lost
     *     may be missing
     */
    public record Totals(
            long profiles,
            long eligible,
            long rejected,
            long contactsUpserted,
            long contactsUnchanged,
            long membershipsJoined,
            long membershipsLeft,

            @Schema(
                    description =
                            "Requests made to the destination, repeated ones included. Those of the last seconds of a"
                                    + " replica that was lost may be missing.")
            long requests) {}
}
