package insights.destination.ortto;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.destination.key.Secret;
import insights.destination.type.CheckOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Proves an API key by one call to Ortto. */
@ApplicationScoped
class PeopleProof {

    private final OrttoClient ortto;
    private final ObjectMapper json;

    PeopleProof(OrttoClient ortto, ObjectMapper json) {
        this.ortto = ortto;
        this.json = json;
    }

    CheckOutcome check(URI endpoint, Secret apiKey) {
        try {
            return judge(ortto.anybody(endpoint, apiKey));
        } catch (TimeoutException e) {
            return CheckOutcome.TOO_SLOW;
        } catch (OrttoUnavailableException | CircuitBreakerOpenException e) {
            return CheckOutcome.UNREACHABLE;
        }
    }

    /**
     * By {@code POST /person/get} of Ortto's API v1: 200 with a page, also an empty one; {@code {"code","error"}} with 401
     * for another key and for one of another region, with 403 for an account that expired ({@code ortto-api.md}, "Errors").
     */
    private CheckOutcome judge(OrttoAnswer answer) {
        if (answer.status() == 429) {
            return CheckOutcome.THROTTLED;
        }
        JsonNode body = object(answer.body());
        return switch (answer.status()) {
            case 200 -> body.has("contacts") ? CheckOutcome.ACCEPTED : CheckOutcome.NOT_THE_DESTINATION;
            case 401, 403 -> body.hasNonNull("error") ? CheckOutcome.API_KEY_REFUSED : CheckOutcome.NOT_THE_DESTINATION;
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
