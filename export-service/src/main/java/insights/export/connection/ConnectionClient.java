package insights.export.connection;

import insights.common.problem.Problem;
import insights.export.ExportProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks destination-service who may send data where. Repeated when there is no answer; in the end 503
 * {@code service-unavailable}.
 */
@ApplicationScoped
public class ConnectionClient {

    private static final Set<Integer> GONE_OR_CLOSED = Set.of(404, 409);

    private final ConnectionRestClient client;

    ConnectionClient(@RestClient ConnectionRestClient client) {
        this.client = client;
    }

    /** The connection, if there is one of this id. */
    @Retry(maxRetries = 2, delay = 200, jitter = 100)
    public Optional<Connection> find(UUID id) {
        try (Response response = answer(() -> client.connection(id))) {
            return response.getStatus() == 200 ? Optional.of(response.readEntity(Connection.class)) : Optional.empty();
        }
    }

    /** The key in clear, if the connection may be used at all. */
    @Retry(maxRetries = 2, delay = 200, jitter = 100)
    public Optional<ApiKey> apiKey(UUID id) {
        try (Response response = answer(() -> client.apiKey(id))) {
            return response.getStatus() == 200 ? Optional.of(response.readEntity(ApiKey.class)) : Optional.empty();
        }
    }

    /** Tells that Autopilot refused the key, so that an administrator sees it on the connection. */
    @Retry(maxRetries = 2, delay = 200, jitter = 100)
    public void reportRefusedKey(UUID id) {
        answer(() -> client.attention(
                        id,
                        new ConnectionRestClient.Attention(
                                "API_KEY_REFUSED", "Autopilot refused the key during a run.")))
                .close();
    }

    private static Response answer(Supplier<Response> request) {
        try {
            Response response = request.get();
            if (response.getStatus() < 300 || GONE_OR_CLOSED.contains(response.getStatus())) {
                return response;
            }
            response.close();
        } catch (ProcessingException e) {
            throw unavailable();
        }
        throw unavailable();
    }

    private static RuntimeException unavailable() {
        return Problem.of(
                ExportProblem.SERVICE_UNAVAILABLE, "destination-service does not answer; try again in a moment.");
    }
}
