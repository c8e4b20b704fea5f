package insights.destination.autopilot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.destination.key.Secret;
import insights.destination.type.CheckOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Proves an API key by one call to Autopilot. */
@ApplicationScoped
class AccountProof {

    private final AutopilotClient autopilot;
    private final ObjectMapper json;

    AccountProof(AutopilotClient autopilot, ObjectMapper json) {
        this.autopilot = autopilot;
        this.json = json;
    }

    CheckOutcome check(URI endpoint, Secret apiKey) {
        try {
            return judge(autopilot.account(endpoint, apiKey));
        } catch (TimeoutException e) {
            return CheckOutcome.TOO_SLOW;
        } catch (AutopilotUnavailableException | CircuitBreakerOpenException e) {
            return CheckOutcome.UNREACHABLE;
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
            case 200 -> body.isObject() && !isError ? CheckOutcome.ACCEPTED : CheckOutcome.NOT_THE_DESTINATION;
            case 400, 401, 403 -> isError ? CheckOutcome.API_KEY_REFUSED : CheckOutcome.NOT_THE_DESTINATION;
            default -> CheckOutcome.NOT_THE_DESTINATION;
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
