package insights.export.connection;

import insights.common.outage.Outage;
import insights.common.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks destination-service who may send data where. Repeated when there is no answer; in the end 503
 * {@code unavailable}.
 */
@ApplicationScoped
public class ConnectionClient {

    /** How long a list waits. */
    static final long PATIENCE_MILLIS = 1_500;

    private static final long PATIENCE_FOR_FIELDS_MILLIS = 4_500;

    private static final Outage OUTAGE = new Outage(ConnectionClient.class, "destination-service");

    /** Milliseconds, after which nothing is repeated: who did not answer for so long will not, and somebody waits. */
    private static final long PATIENCE_TO_REPEAT = 4_000;
    /** Ids in one request: its line stays below the 4,096 bytes that servers take without being told. */
    private static final int PART = 90;

    private static final int OK = 200;

    private static final int NOT_MODIFIED = 304;

    private static final Set<Integer> ANSWERS = Set.of(200, 204, NOT_MODIFIED, 404, 409);

    private final ConnectionRestClient client;

    /** What destination-service said last, by connection: it need not say it again while that is still so. */
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    /** What destination-service calls the key that it gave last, by connection: of each, one run is at work at a time. */
    private final Map<UUID, String> keyIds = new ConcurrentHashMap<>();

    ConnectionClient(@RestClient ConnectionRestClient client) {
        this.client = client;
    }

    /** The connection as it is now, if there is one of this id. destination-service is asked every time. */
    @Retry(maxRetries = 2, delay = 200, jitter = 100, maxDuration = PATIENCE_TO_REPEAT)
    public Optional<Connection> find(UUID id) {
        // Taken before the request: "not modified" is about this one, whatever others learn meanwhile.
        Known before = known.get(id);
        try (Response response = answer(() -> client.connection(id, before == null ? null : before.tag()))) {
            if (response.getStatus() == NOT_MODIFIED && before != null) {
                return Optional.of(before.connection());
            }
            if (response.getStatus() != 200) {
                known.remove(id);
                return Optional.empty();
            }
            Connection connection = response.readEntity(Connection.class);
            remember(response.getHeaderString("ETag"), connection);
            return Optional.of(connection);
        }
    }

    /** Those of the connections that there are. Somebody waits, so it is asked once, and not for long. */
    @Timeout(PATIENCE_MILLIS)
    List<Connection> findAll(Collection<UUID> ids) {
        return inParts(ids);
    }

    /** Those of the connections that there are, as they are now; few requests, however many they are. */
    @Retry(maxRetries = 2, delay = 200, jitter = 100, maxDuration = PATIENCE_TO_REPEAT)
    public Map<UUID, Connection> findEach(Collection<UUID> ids) {
        return inParts(ids).stream().collect(Collectors.toMap(Connection::id, connection -> connection));
    }

    private List<Connection> inParts(Collection<UUID> ids) {
        List<UUID> all = List.copyOf(ids);
        List<Connection> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PART) {
            List<UUID> part = all.subList(from, Math.min(from + PART, all.size()));
            try (Response response = answer(() -> client.connections(part))) {
                if (response.getStatus() != OK) {
                    throw unavailable();
                }
                found.addAll(response.readEntity(Connections.class).items());
            }
        }
        return found;
    }

    private void remember(String tag, Connection connection) {
        if (tag != null) {
            known.put(connection.id(), new Known(tag, connection));
        }
    }

    /** The key in clear, if the connection may be used at all. */
    @Retry(maxRetries = 2, delay = 200, jitter = 100, maxDuration = PATIENCE_TO_REPEAT)
    public Optional<ApiKey> apiKey(UUID id) {
        try (Response response = answer(() -> client.apiKey(id))) {
            if (response.getStatus() != 200) {
                return Optional.empty();
            }
            keyIds.compute(id, (connection, before) -> tag(response));
            return Optional.of(response.readEntity(ApiKey.class));
        }
    }

    /**
     * The fields of the customer's own that the account has, as a data matching names them; empty when the destination does not say.
     * Somebody waits, so it is asked once: destination-service gives the destination 3 seconds.
     */
    @Timeout(PATIENCE_FOR_FIELDS_MILLIS)
    public Optional<List<String>> customFields(UUID id) {
        try (Response response = answer(() -> client.fields(id))) {
            return response.getStatus() == OK
                    ? response.readEntity(AccountFields.class).custom()
                    : Optional.empty();
        }
    }

    /** Whether there is another key by now than the one that the run of the connection got. */
    public boolean isKeyReplaced(UUID id) {
        String used = keyIds.get(id);
        apiKey(id);
        return used != null && !used.equals(keyIds.get(id));
    }

    private static String tag(Response response) {
        return response.getEntityTag() == null ? null : response.getEntityTag().getValue();
    }

    /**
     * Tells that the destination refused the key that the run of the connection got, so that an administrator sees it on the
     * connection. A better one may be there already.
     */
    @Retry(maxRetries = 2, delay = 200, jitter = 100, maxDuration = PATIENCE_TO_REPEAT)
    public void reportRefusedKey(UUID id) {
        answer(() -> client.attention(
                        id,
                        new ConnectionRestClient.Attention(
                                "API_KEY_REFUSED", keyIds.get(id), "The destination refused the key during a run.")))
                .close();
    }

    private record Known(String tag, Connection connection) {}

    private static Response answer(Supplier<Response> request) {
        try {
            Response response = request.get();
            if (ANSWERS.contains(response.getStatus())) {
                OUTAGE.answered();
                return response;
            }
            response.close();
            OUTAGE.missed("it answered " + response.getStatus());
        } catch (ProcessingException e) {
            OUTAGE.missed(e);
            throw unavailable();
        }
        throw unavailable();
    }

    private static RuntimeException unavailable() {
        return Problem.unavailable("destination-service does not answer; try again in a moment.");
    }
}
