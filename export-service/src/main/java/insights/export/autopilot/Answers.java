package insights.export.autopilot;

import insights.export.destination.DestinationException;
import insights.export.line.Answer;
import insights.export.line.Reply;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads Autopilot's answers by the error table of {@code design.md} §6. */
final class Answers {

    private static final Pattern PLAN_LIMIT =
            Pattern.compile("plan limit|contact limit|limit of .*contacts|upgrade your", Pattern.CASE_INSENSITIVE);

    private final Clock clock;

    Answers(Clock clock) {
        this.clock = clock;
    }

    Reply read(AutopilotOperation operation, Response response) {
        Answer answer = Answer.read("Autopilot", clock, response);
        int status = answer.status();
        if (status == 403 && operation == AutopilotOperation.DELETE_CONTACT) {
            // A contact that must not be deleted ({@code autopilot-api.md}, "Errors"); elsewhere it is about the key.
            return new Reply.Refused(status);
        }
        return switch (status) {
            case 401, 403 -> throw new DestinationException.KeyRefused();
            case 402 -> throw new DestinationException.PlanLimit();
            case 429 -> throw new DestinationException.Throttled(wait(answer), false);
            case 400, 404, 409, 422 -> refused(answer);
            default -> answer.accepted();
        };
    }

    private static Reply refused(Answer answer) {
        if (PLAN_LIMIT.matcher(answer.text()).find()) {
            throw new DestinationException.PlanLimit();
        }
        return new Reply.Refused(answer.status());
    }

    private static Duration wait(Answer answer) {
        return answer.toldToWait()
                .or(() -> answer.toldToWait(answer.body().path("try-in-seconds")))
                .orElse(null);
    }
}
