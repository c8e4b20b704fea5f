package insights.export.ortto;

import insights.export.destination.DestinationException;
import insights.export.line.Answer;
import insights.export.line.Reply;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Reads what one account at Ortto answers ({@code ortto-api.md}, "Errors" and "Rate limits"). */
final class OrttoAnswers {

    private final Clock clock;
    private final Duration ban;
    private final AtomicReference<Instant> forbiddenSince = new AtomicReference<>();

    /** @param ban how long an address is banned that sent bad requests */
    OrttoAnswers(Clock clock, Duration ban) {
        this.clock = clock;
        this.ban = ban;
    }

    Reply read(OrttoOperation operation, Response response) {
        Answer answer = Answer.read("Ortto", clock, response);
        int status = answer.status();
        if (status == 400 || operation == OrttoOperation.CREATE_FIELD && (status == 403 || status == 409)) {
            return new Reply.Refused(status, answer.body());
        }
        return switch (status) {
            case 401 -> throw new DestinationException.KeyRefused();
            case 403 -> throw forbidden();
            case 402, 507 -> throw new DestinationException.PlanLimit();
            case 429 -> throw new DestinationException.Throttled(wait(answer), false);
            default -> {
                Reply.Accepted accepted = answer.accepted();
                forbiddenSince.set(null);
                yield accepted;
            }
        };
    }

    /**
     * What a banned address is told nobody documents. A ban ends, an account that expired does not come back. What was in flight
     * when it began is told the same.
     */
    private DestinationException forbidden() {
        Instant now = clock.instant();
        Instant since = forbiddenSince.updateAndGet(before -> before == null ? now : before);
        return now.isBefore(since.plus(ban))
                ? new DestinationException.Throttled(ban, false)
                : new DestinationException.KeyRefused();
    }

    /** In the object that other errors have a text in, or not at all. */
    private static Duration wait(Answer answer) {
        return answer.toldToWait(answer.body().path("error").path("try-in-seconds"))
                .or(answer::toldToWait)
                .orElse(null);
    }
}
