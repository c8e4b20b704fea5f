package insights.destination.connection;

import insights.common.audit.Changes;
import insights.common.etag.Versions;
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

    /** 404 if there is no such connection, 412 if it is not the version that the caller has seen. */
    @Transactional
    public void require(UUID id, String ifMatch) {
        Versions.require(ifMatch, connections.require(id).version);
    }

    /** The same, and removes it. */
    @Transactional
    public void remove(UUID id, String ifMatch, Changes changes) {
        ConnectionEntity row = connections.lock(id);
        Versions.require(ifMatch, row.version);
        journal.note(row, ConnectionAction.CONNECTION_REMOVED, changes.with("displayName", row.displayName, null));
        keys.destroy(id);
        connections.delete(row);
    }
}
