package insights.export.start;

import insights.common.security.Person;
import insights.export.run.Purpose;
import insights.export.run.RunTrigger;
import java.time.Instant;
import java.util.UUID;

/**
 * A run to queue.
 *
 * @param idempotencyKey which request it is, if the caller says so; null otherwise
 * @param request all that was asked for with the key, as text
 */
public record NewRun(
        UUID export,
        UUID connection,
        RunTrigger trigger,
        Purpose purpose,
        Person requestedBy,
        String idempotencyKey,
        String request,
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
            Person requestedBy,
            String idempotencyKey,
            boolean confirmRemovals,
            Instant now) {
        this(export, connection, trigger, purpose, requestedBy, idempotencyKey, null, confirmRemovals, null, null, now);
    }
}
