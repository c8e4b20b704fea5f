package insights.destination.ortto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.destination.account.AccountAnswer;
import insights.destination.account.KeyProof;
import insights.destination.key.Secret;
import insights.destination.type.CheckOutcome;
import insights.destination.type.KeyCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Proves an API key by one call to Ortto. */
@ApplicationScoped
class PeopleProof {

    private final OrttoClient ortto;
    private final ObjectMapper json;

    PeopleProof(OrttoClient ortto, ObjectMapper json) {
        this.ortto = ortto;
        this.json = json;
    }

    KeyCheck check(URI endpoint, Secret apiKey) {
        return KeyProof.by(() -> ortto.anybody(endpoint, apiKey), answer -> KeyCheck.of(judge(answer)));
    }

    /**
     * By {@code POST /person/get} of Ortto's API v1: 200 with a page, also an empty one; {@code {"code","error"}} with 401
     * for another key and for one of another region, with 403 for an account that expired ({@code ortto-api.md}, "Errors").
     * Nothing in it says which account it is.
     */
    private CheckOutcome judge(AccountAnswer answer) {
        JsonNode body = answer.object(json);
        return switch (answer.status()) {
            case 200 -> body.has("contacts") ? CheckOutcome.ACCEPTED : CheckOutcome.NOT_THE_DESTINATION;
            case 401, 403 -> body.hasNonNull("error") ? CheckOutcome.API_KEY_REFUSED : CheckOutcome.NOT_THE_DESTINATION;
            default -> CheckOutcome.NOT_THE_DESTINATION;
        };
    }
}
