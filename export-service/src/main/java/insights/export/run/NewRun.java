package insights.export.run;

import insights.export.delivery.Purpose;
import java.time.Instant;
import java.util.UUID;

/** A run to queue. */
record NewRun(
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

    NewRun(
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
