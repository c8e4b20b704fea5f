package insights.destination.autopilot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.problem.Problem;
import insights.destination.DestinationProblem;
import insights.destination.key.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Proves an API key by one call to Autopilot. */
@ApplicationScoped
public class KeyProof {

    /** Autopilot gives no hint how long to wait (no {@code Retry-After} in any recording of its answers). */
    private static final int RETRY_AFTER_SECONDS = 60;

    private final AutopilotClient autopilot;
    private final ObjectMapper json;

    KeyProof(AutopilotClient autopilot, ObjectMapper json) {
        this.autopilot = autopilot;
        this.json = json;
    }

    /** What Autopilot makes of the key. */
    public CheckOutcome check(URI endpoint, Secret apiKey) {
        try {
            return judge(autopilot.account(endpoint, apiKey));
        } catch (TimeoutException e) {
            return CheckOutcome.TOO_SLOW;
        } catch (AutopilotUnavailableException | CircuitBreakerOpenException e) {
            return CheckOutcome.UNREACHABLE;
        }
    }

    /** Goes on only if Autopilot accepts the key; each other outcome is a problem of its own. */
    public void require(URI endpoint, Secret apiKey) {
        CheckOutcome outcome = check(endpoint, apiKey);
        switch (outcome) {
            case ACCEPTED -> {}
            case API_KEY_REFUSED -> throw Problem.of(DestinationProblem.API_KEY_REFUSED, outcome.detail());
            case UNREACHABLE -> throw Problem.of(DestinationProblem.AUTOPILOT_UNREACHABLE, outcome.detail());
            case NOT_AUTOPILOT -> throw Problem.of(DestinationProblem.NOT_AUTOPILOT, outcome.detail());
            case TOO_SLOW -> throw Problem.of(DestinationProblem.AUTOPILOT_TOO_SLOW, outcome.detail());
            case THROTTLED ->
                throw Problem.builder(DestinationProblem.AUTOPILOT_THROTTLED, outcome.detail())
                        .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                        .build();
        }
    }

    /**
     * By {@code GET /account} of Autopilot's API v1: 200 with an object for a valid key; 401 with
     * {@code {"error","message"}} for another one; 400 of the same form when it cannot read the key at all.
     */
    private CheckOutcome judge(AutopilotAnswer answer) {
        if (answer.status() == 429) {
            return CheckOutcome.THROTTLED;
        }
        JsonNode body = object(answer.body());
        boolean isError = body.hasNonNull("message") && (body.hasNonNull("error") || body.hasNonNull("code"));
        return switch (answer.status()) {
            case 200 -> body.isObject() && !isError ? CheckOutcome.ACCEPTED : CheckOutcome.NOT_AUTOPILOT;
            case 400, 401, 403 -> isError ? CheckOutcome.API_KEY_REFUSED : CheckOutcome.NOT_AUTOPILOT;
            default -> CheckOutcome.NOT_AUTOPILOT;
        };
    }

    private JsonNode object(String body) {
        try {
            JsonNode tree = json.readTree(body == null ? "" : body);
            return tree.isObject() ? tree : json.missingNode();
        } catch (JsonProcessingException e) {
            return json.missingNode();
        }
    }
}
