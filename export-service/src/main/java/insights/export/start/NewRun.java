package insights.export.start;

import insights.export.delivery.Purpose;
import insights.export.run.RunTrigger;
import java.time.Instant;
import java.util.UUID;

/** A run to queue. */
public record NewRun(
        UUID export,
        UUID connection,
        RunTrigger trigger,
        Purpose purpose,
        String requestedBy,
        String idempotencyKey,
        boolean confirmRemovals,
        Instant scheduledFor,
        UUID refreshId,
        Instant now) {

    /** A run that stands for no scheduled time and no refresh. */
    public NewRun(
            UUID export,
            UUID connection,
            RunTrigger trigger,
            Purpose purpose,
            String requestedBy,
            String idempotencyKey,
            boolean confirmRemovals,
            Instant now) {
        this(export, connection, trigger, purpose, requestedBy, idempotencyKey, confirmRemovals, null, null, now);
    }
}
