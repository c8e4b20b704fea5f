package insights.destination.connection;

import insights.destination.type.ConnectionType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** All that those who only use a connection see of it. */
@RegisterForReflection
public record ConnectionSummary(UUID id, ConnectionType type, String displayName, ConnectionStatus status)
        implements ConnectionView {

    static ConnectionSummary from(ConnectionEntity row) {
        return new ConnectionSummary(row.id, row.type, row.displayName, row.status);
    }
}
