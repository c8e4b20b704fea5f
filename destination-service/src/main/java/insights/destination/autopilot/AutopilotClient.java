package insights.destination.autopilot;

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

/** Calls Autopilot. A slow answer is not tried again: somebody waits. */
@ApplicationScoped
class AutopilotClient {

    static final String BREAKER = "autopilot";

    private final AutopilotRestClient autopilot;

    AutopilotClient(@RestClient AutopilotRestClient autopilot) {
        this.autopilot = autopilot;
    }

    /** Asks for the account that the key belongs to: the cheapest request that needs a valid key. */
    @Retry(maxRetries = 2, delay = 200, jitter = 100, retryOn = AccountUnavailableException.class)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.75,
            delay = 10_000,
            failOn = {AccountUnavailableException.class, TimeoutException.class})
    @CircuitBreakerName(BREAKER)
    @Timeout(5_000)
    AccountAnswer account(URI endpoint, Secret apiKey) {
        return AccountAnswer.of(() -> autopilot.account(endpoint.toString(), apiKey.reveal()));
    }

    /** Asks once which custom fields the account has. */
    @Timeout(3_000)
    AccountAnswer customFields(URI endpoint, Secret apiKey) {
        return AccountAnswer.of(() -> autopilot.customFields(endpoint.toString(), apiKey.reveal()));
    }
}
