package insights.destination.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** What came back, whoever it came from. The body may hold personal data of the account: it is looked at, not kept. */
public record AccountAnswer(int status, String body) {

    /**
     * Makes a request. What is answered is a value, refusals included; only what another try may cure is an exception.
     *
     * @throws AccountUnavailableException when there is no answer, or one of 500 and above
     */
    public static AccountAnswer of(Supplier<Response> request) {
        try (Response response = request.get()) {
            if (response.getStatus() >= 500) {
                throw new AccountUnavailableException(null);
            }
            return new AccountAnswer(response.getStatus(), response.readEntity(String.class));
        } catch (ProcessingException e) {
            throw new AccountUnavailableException(e);
        }
    }

    /** The body as a JSON object; a missing node when it is none. */
    public JsonNode object(ObjectMapper json) {
        try {
            JsonNode tree = json.readTree(body == null ? "" : body);
            return tree.isObject() ? tree : json.missingNode();
        } catch (JsonProcessingException e) {
            return json.missingNode();
        }
    }

    @Override
    public String toString() {
        return "AccountAnswer[" + status + "]";
    }
}
