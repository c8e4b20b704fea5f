package insights.destination.connection;

import insights.common.audit.Changes;
import insights.common.problem.Problem;
import insights.destination.DestinationProblem;
import insights.destination.audit.ConnectionAction;
import insights.destination.key.ApiKeyService;
import insights.destination.key.Secret;
import insights.destination.type.CheckOutcome;
import insights.destination.type.Endpoints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** What a run may do with a connection: look at it, take its key, and report that the destination refused it. */
@ApplicationScoped
public class ConnectionUse {

    private final ConnectionRepository connections;
    private final Endpoints endpoints;
    private final ApiKeyService keys;
    private final ConnectionJournal journal;

    ConnectionUse(
            ConnectionRepository connections, Endpoints endpoints, ApiKeyService keys, ConnectionJournal journal) {
        this.connections = connections;
        this.endpoints = endpoints;
        this.keys = keys;
        this.journal = journal;
    }

    /** The connection as it is now, if it is there. */
    @Transactional
    public Optional<ConnectionResponse> find(UUID id) {
        return connections.findByIdOptional(id).map(connections::response);
    }

    /** The key of a connection that is connected and consented; a problem otherwise. */
    @Transactional
    public HandedOutKey takeKey(UUID id) {
        ConnectionEntity row = requireUsable(id);
        if (!endpoints.isAllowed(row.type, URI.create(row.endpoint))) {
            throw Problem.of(
                    DestinationProblem.CONNECTION_NOT_USABLE,
                    "The endpoint of the connection is not allowed any more: an administrator must choose another.");
        }
        Secret apiKey = keys.reveal(id).orElseThrow(() -> notUsable(row.status));
        journal.handedOut(row);
        return new HandedOutKey(keys.id(id).orElseThrow(), apiKey);
    }

    /** The key that this service may ask the destination with; empty when the connection is not connected. Stays in here. */
    @Transactional
    public Optional<ConnectionKey> workingKey(UUID id) {
        return connections
                .findByIdOptional(id)
                .filter(row -> row.status == ConnectionStatus.CONNECTED)
                .filter(row -> endpoints.isAllowed(row.type, URI.create(row.endpoint)))
                .flatMap(row -> keys.reveal(id)
                        .map(key ->
                                new ConnectionKey(keys.id(id).orElseThrow(), row.type, URI.create(row.endpoint), key)));
    }

    /**
     * Notes that the destination refused the key in a run, unless there is another one by now.
     *
     * @param keyId that of the key; null: the one that is stored
     * @param detail what the run says of it for people; null: nothing
     */
    @Transactional
    public void keyRefused(UUID id, String keyId, String detail) {
        ConnectionEntity row = requireUsable(id);
        if (keyId != null && keys.id(id).filter(keyId::equals).isEmpty()) {
            return;
        }
        ConnectionStatus before = row.status;
        row.checked(journal.now(), CheckOutcome.API_KEY_REFUSED);
        if (detail != null) {
            row.lastCheck = row.lastCheck.because(detail);
        }
        journal.note(
                row, ConnectionAction.CONNECTION_NEEDS_ATTENTION, Changes.none().with("status", before, row.status));
    }

    private ConnectionEntity requireUsable(UUID id) {
        ConnectionEntity row = connections.lock(id);
        if (!row.status.isUsable()) {
            throw notUsable(row.status);
        }
        return row;
    }

    private static RuntimeException notUsable(ConnectionStatus status) {
        return Problem.of(
                DestinationProblem.CONNECTION_NOT_USABLE,
                "The connection is %s: an administrator must connect it first.".formatted(status));
    }
}
