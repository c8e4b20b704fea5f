package insights.destination.internal;

import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.destination.connection.ConnectionResponse;
import insights.destination.connection.ConnectionUse;
import insights.destination.connection.HandedOutKey;
import insights.destination.field.ConnectionFieldService;
import insights.destination.field.ConnectionFields;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Connections as export-service may use them, as long as it does not try ids. */
@ApplicationScoped
class InternalConnections {

    private final ConnectionUse connections;
    private final ConnectionFieldService fields;
    private final EnumerationLimit limit;
    private final Caller caller;

    InternalConnections(
            ConnectionUse connections, ConnectionFieldService fields, EnumerationLimit limit, Caller caller) {
        this.connections = connections;
        this.fields = fields;
        this.limit = limit;
        this.caller = caller;
    }

    InternalConnectionResponse find(UUID id) {
        return InternalConnectionResponse.from(existing(id));
    }

    /** Those that there are. */
    List<InternalConnectionResponse> findAll(List<UUID> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> {
                    Optional<ConnectionResponse> connection = connections.find(id);
                    limit.require(caller.subject(), id, connection.isPresent());
                    return connection.stream();
                })
                .map(InternalConnectionResponse::from)
                .toList();
    }

    ConnectionFields fields(UUID id) {
        return fields.of(id, existing(id).type());
    }

    HandedOutKey takeKey(UUID id) {
        existing(id);
        return connections.takeKey(id);
    }

    void keyRefused(UUID id, AttentionRequest request) {
        existing(id);
        connections.keyRefused(id, request.keyId(), request.detail());
    }

    private ConnectionResponse existing(UUID id) {
        Optional<ConnectionResponse> connection = connections.find(id);
        limit.require(caller.subject(), id, connection.isPresent());
        return connection.orElseThrow(() -> Problem.notFound("connection", id));
    }
}
