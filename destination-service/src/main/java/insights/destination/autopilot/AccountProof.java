package insights.destination.autopilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.destination.account.AccountAnswer;
import insights.destination.account.KeyProof;
import insights.destination.key.Secret;
import insights.destination.type.CheckOutcome;
import insights.destination.type.KeyCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Proves an API key by one call to Autopilot. */
@ApplicationScoped
class AccountProof {

    private final AutopilotClient autopilot;
    private final ObjectMapper json;

    AccountProof(AutopilotClient autopilot, ObjectMapper json) {
        this.autopilot = autopilot;
        this.json = json;
    }

    KeyCheck check(URI endpoint, Secret apiKey) {
        return KeyProof.by(() -> autopilot.account(endpoint, apiKey), this::judge);
    }

    /**
     * By {@code GET /account} of Autopilot's API v1: 200 with an object for a valid key; 401 with
     * {@code {"error","message"}} for another one; 400 of the same form when it cannot read the key at all. What else the object
     * holds is not documented; {@code instanceId} is taken for the account where it is there.
     */
    private KeyCheck judge(AccountAnswer answer) {
        JsonNode body = answer.object(json);
        boolean isError = body.hasNonNull("message") && (body.hasNonNull("error") || body.hasNonNull("code"));
        return switch (answer.status()) {
            case 200 ->
                body.isObject() && !isError
                        ? KeyCheck.accepted(body.path("instanceId").asText(null))
                        : KeyCheck.of(CheckOutcome.NOT_THE_DESTINATION);
            case 400, 401, 403 ->
                KeyCheck.of(isError ? CheckOutcome.API_KEY_REFUSED : CheckOutcome.NOT_THE_DESTINATION);
            default -> KeyCheck.of(CheckOutcome.NOT_THE_DESTINATION);
        };
    }
}
