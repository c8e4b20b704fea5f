package insights.destination.autopilot;

import insights.destination.key.Secret;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Calls Autopilot. What it answers is a value, refusals included; only what another try may cure is an exception. A
 * slow answer is not tried again: somebody waits.
 */
@ApplicationScoped
class AutopilotClient {

    static final String BREAKER = "autopilot";

    private final AutopilotRestClient autopilot;

    AutopilotClient(@RestClient AutopilotRestClient autopilot) {
        this.autopilot = autopilot;
    }

    /** Asks for the account that the key belongs to: the cheapest request that needs a valid key. */
    @Retry(maxRetries = 2, delay = 200, jitter = 100, retryOn = AutopilotUnavailableException.class)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.75,
            delay = 10_000,
            failOn = {AutopilotUnavailableException.class, TimeoutException.class})
    @CircuitBreakerName(BREAKER)
    @Timeout(5_000)
    AutopilotAnswer account(URI endpoint, Secret apiKey) {
        return answer(() -> autopilot.account(endpoint.toString(), apiKey.reveal()));
    }

    /** Asks once which custom fields the account has. */
    @Timeout(3_000)
    AutopilotAnswer customFields(URI endpoint, Secret apiKey) {
        return answer(() -> autopilot.customFields(endpoint.toString(), apiKey.reveal()));
    }

    private static AutopilotAnswer answer(Supplier<Response> request) {
        try (Response response = request.get()) {
            if (response.getStatus() >= 500) {
                throw new AutopilotUnavailableException(null);
            }
            return new AutopilotAnswer(response.getStatus(), response.readEntity(String.class));
        } catch (ProcessingException e) {
            throw new AutopilotUnavailableException(e);
        }
    }
}
