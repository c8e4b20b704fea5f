package insights.destination.connection;

import insights.common.audit.Changes;
import insights.destination.audit.ConnectionAction;
import insights.destination.key.ApiKeyService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Takes a connection and its key out of the database. The consent records and the audit stay. */
@ApplicationScoped
public class ConnectionRemoval {

    private final ConnectionRepository connections;
    private final ApiKeyService keys;
    private final ConnectionJournal journal;

    ConnectionRemoval(ConnectionRepository connections, ApiKeyService keys, ConnectionJournal journal) {
        this.connections = connections;
        this.keys = keys;
        this.journal = journal;
    }

    /** 404 if there is no such connection. */
    @Transactional
    public void require(UUID id) {
        connections.require(id);
    }

    @Transactional
    public void remove(UUID id, Changes changes) {
        ConnectionEntity row = connections.lock(id);
        journal.note(row, ConnectionAction.CONNECTION_REMOVED, changes.with("displayName", row.displayName, null));
        keys.destroy(id);
        connections.delete(row);
    }
}
