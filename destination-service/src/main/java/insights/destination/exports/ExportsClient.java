package insights.destination.exports;

import insights.common.outage.Outage;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks and tells export-service. Whatever goes wrong on the way is an {@link ExportsUnknownException}. */
@ApplicationScoped
public class ExportsClient {

    private static final Outage OUTAGE = new Outage(ExportsClient.class, "export-service");

    /** Milliseconds, after which nothing is repeated: who did not answer for so long will not, and somebody waits. */
    private static final long PATIENCE_TO_REPEAT = 4_000;

    private final ExportsRestClient exports;

    ExportsClient(@RestClient ExportsRestClient exports) {
        this.exports = exports;
    }

    /** The exports that use the connection. */
    @Retry(
            maxRetries = 2,
            delay = 200,
            jitter = 100,
            maxDuration = PATIENCE_TO_REPEAT,
            retryOn = ExportsUnknownException.class)
    public List<ExportUse> using(UUID connectionId) {
        return answer(() -> exports.using(connectionId), response -> response.readEntity(ExportUses.class)
                .items());
    }

    /** How many exports use each connection. Somebody waits, so it is asked once. */
    @Timeout(1_500)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.8, delay = 5_000)
    @CircuitBreakerName("export-counts")
    Map<UUID, Integer> counts(Collection<UUID> connectionIds) {
        return answer(
                () -> exports.count(new ExportCountRequest(connectionIds)),
                response -> response.readEntity(ExportCountAnswer.class).connections());
    }

    /**
     * Returns once export-service knows. Not repeated here.
     *
     * @param what became of the connection, as the path says it
     */
    public void tell(UUID connectionId, String what, String notice, String requestId) {
        answer(() -> exports.tell(connectionId, what, requestId, notice), Response::getStatus);
    }

    private static <T> T answer(Supplier<Response> request, Function<Response, T> read) {
        try (Response response = request.get()) {
            if (response.getStatus() / 100 != 2) {
                OUTAGE.missed("it answered " + response.getStatus());
                throw new ExportsUnknownException("export-service answered " + response.getStatus(), null);
            }
            T answer = read.apply(response);
            OUTAGE.answered();
            return answer;
        } catch (ExportsUnknownException e) {
            throw e;
        } catch (RuntimeException e) {
            // No connection, no token, no readable answer: each has exceptions of its own.
            OUTAGE.missed(e);
            throw new ExportsUnknownException("export-service does not answer", e);
        }
    }
}
