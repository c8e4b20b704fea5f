package insights.destination.autopilot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.destination.account.AccountAnswer;
import insights.destination.account.AccountUnavailableException;
import insights.destination.key.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Asks Autopilot which fields an account has beyond the standard ones. */
@ApplicationScoped
class CustomFieldLookup {

    private final AutopilotClient autopilot;
    private final ObjectMapper json;

    CustomFieldLookup(AutopilotClient autopilot, ObjectMapper json) {
        this.autopilot = autopilot;
        this.json = json;
    }

    /** One request, within 3 seconds; empty when Autopilot does not say it. */
    Optional<List<CustomField>> find(URI endpoint, Secret apiKey) {
        try {
            AccountAnswer answer = autopilot.customFields(endpoint, apiKey);
            return answer.status() == 200 ? fields(answer.body()) : Optional.empty();
        } catch (AccountUnavailableException | FaultToleranceException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private Optional<List<CustomField>> fields(String body) throws JsonProcessingException {
        return Optional.ofNullable(json.readValue(body, CustomField[].class))
                .map(fields -> Arrays.stream(fields).filter(Objects::nonNull).toList());
    }
}
