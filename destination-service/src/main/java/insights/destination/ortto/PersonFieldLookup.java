package insights.destination.ortto;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.destination.account.AccountAnswer;
import insights.destination.account.AccountUnavailableException;
import insights.destination.key.Secret;
import insights.destination.type.ExistingField;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Asks Ortto which fields people have beyond the standard ones. */
@ApplicationScoped
class PersonFieldLookup {

    private final OrttoClient ortto;
    private final ObjectMapper json;

    PersonFieldLookup(OrttoClient ortto, ObjectMapper json) {
        this.ortto = ortto;
        this.json = json;
    }

    /** One request, within 3 seconds; empty when Ortto does not say it. */
    Optional<List<ExistingField>> find(URI endpoint, Secret apiKey) {
        try {
            AccountAnswer answer = ortto.customFields(endpoint, apiKey);
            return answer.status() == 200 ? fields(json.readTree(answer.body())) : Optional.empty();
        } catch (AccountUnavailableException | FaultToleranceException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** An account without any says {@code null}, or nothing in its array. */
    private static Optional<List<ExistingField>> fields(JsonNode body) {
        if (!body.has("fields")) {
            return Optional.empty();
        }
        List<ExistingField> fields = new ArrayList<>();
        body.path("fields").forEach(one -> PersonField.of(one.path("field")).ifPresent(fields::add));
        return Optional.of(fields);
    }
}
