package insights.destination.ortto;

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
 * Calls Ortto. What it answers is a value, refusals included; only what another try may cure is an exception. A slow answer
 * is not tried again: somebody waits.
 */
@ApplicationScoped
class OrttoClient {

    static final String BREAKER = "ortto";

    /** Somebody, but nothing that they are: whose account it is shows without reading personal data. */
    private static final String ANYBODY = "{\"limit\":1,\"fields\":[\"str::person_id\"]}";

    private static final String ALL = "{}";

    private final OrttoRestClient ortto;

    OrttoClient(@RestClient OrttoRestClient ortto) {
        this.ortto = ortto;
    }

    /** Asks for anybody of the account that the key belongs to ({@code ortto-api.md}, "Pagination and read"). */
    @Retry(maxRetries = 2, delay = 200, jitter = 100, retryOn = OrttoUnavailableException.class)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.75,
            delay = 10_000,
            failOn = {OrttoUnavailableException.class, TimeoutException.class})
    @CircuitBreakerName(BREAKER)
    @Timeout(5_000)
    OrttoAnswer anybody(URI endpoint, Secret apiKey) {
        return answer(() -> ortto.people(endpoint.toString(), apiKey.reveal(), ANYBODY));
    }

    /** Asks once which custom fields people have. */
    @Timeout(3_000)
    OrttoAnswer customFields(URI endpoint, Secret apiKey) {
        return answer(() -> ortto.customFields(endpoint.toString(), apiKey.reveal(), ALL));
    }

    private static OrttoAnswer answer(Supplier<Response> request) {
        try (Response response = request.get()) {
            if (response.getStatus() >= 500) {
                throw new OrttoUnavailableException(null);
            }
            return new OrttoAnswer(response.getStatus(), response.readEntity(String.class));
        } catch (ProcessingException e) {
            throw new OrttoUnavailableException(e);
        }
    }
}
