package insights.destination.ortto;

import insights.destination.account.AccountAnswer;
import insights.destination.account.AccountUnavailableException;
import insights.destination.key.Secret;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls Ortto. A slow answer is not tried again: somebody waits. */
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
    @Retry(maxRetries = 2, delay = 200, jitter = 100, retryOn = AccountUnavailableException.class)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.75,
            delay = 10_000,
            failOn = {AccountUnavailableException.class, TimeoutException.class})
    @CircuitBreakerName(BREAKER)
    @Timeout(5_000)
    AccountAnswer anybody(URI endpoint, Secret apiKey) {
        return AccountAnswer.of(() -> ortto.people(endpoint.toString(), apiKey.reveal(), ANYBODY));
    }

    /** Asks once which custom fields people have. */
    @Timeout(3_000)
    AccountAnswer customFields(URI endpoint, Secret apiKey) {
        return AccountAnswer.of(() -> ortto.customFields(endpoint.toString(), apiKey.reveal(), ALL));
    }
}
