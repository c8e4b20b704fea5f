package insights.destination.connection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.common.audit.Changes;
import insights.common.etag.Versions;
import insights.common.patch.MergePatch;
import insights.common.security.Caller;
import insights.common.security.Roles;
import insights.destination.audit.ConnectionAction;
import insights.destination.exports.ExportCounting;
import insights.destination.exports.ExportCounts;
import insights.destination.key.ApiKeyService;
import insights.destination.type.ConnectionTypes;
import insights.destination.type.Endpoints;
import insights.destination.type.KeyProof;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Lists, reads and edits connections. */
@ApplicationScoped
public class ConnectionService {

    private final ConnectionRepository connections;
    private final ConnectionTypes types;
    private final Endpoints endpoints;
    private final KeyProof proof;
    private final ApiKeyService keys;
    private final MergePatch mergePatch;
    private final ConnectionJournal journal;
    private final ExportCounting exports;
    private final Caller caller;

    ConnectionService(
            ConnectionRepository connections,
            ConnectionTypes types,
            Endpoints endpoints,
            KeyProof proof,
            ApiKeyService keys,
            MergePatch mergePatch,
            ConnectionJournal journal,
            ExportCounting exports,
            Caller caller) {
        this.connections = connections;
        this.types = types;
        this.endpoints = endpoints;
        this.proof = proof;
        this.keys = keys;
        this.mergePatch = mergePatch;
        this.journal = journal;
        this.exports = exports;
        this.caller = caller;
    }

    /**
     * The connections that the caller may see, as far as the caller may see them. How many exports use each is asked of
     * export-service once for all, outside of the transaction.
     */
    public List<ConnectionView> list(ConnectionQuery query, int most) {
        boolean sharedOnly = !caller.is(Roles.ADMIN) && !caller.is(Roles.EXPORT_SERVICE);
        List<ConnectionEntity> rows =
                QuarkusTransaction.requiringNew().call(() -> connections.list(query, sharedOnly, most));
        ExportCounts counts = caller.is(Roles.ADMIN)
                ? exports.count(rows.stream().map(row -> row.id).toList())
                : ExportCounts.unknown();
        return rows.stream().map(row -> view(row, counts)).toList();
    }

    /** A connection as the caller may see it; one that the caller may not see is not found. */
    @Transactional
    public ConnectionView find(UUID id) {
        return read(id).view();
    }

    /** The same with its version, which a summary does not show. */
    @Transactional
    Found read(UUID id) {
        ConnectionEntity row = connections.require(id);
        if (!caller.is(Roles.ADMIN) && !row.sharedWithContributors) {
            throw ConnectionRepository.notFound(id);
        }
        return new Found(view(row, ExportCounts.unknown()), row.version);
    }

    /** A connection as somebody may see it, and of which version it is. */
    record Found(ConnectionView view, long version) {}

    private ConnectionView view(ConnectionEntity row, ExportCounts counts) {
        return caller.is(Roles.ADMIN)
                ? connections.response(row, counts.of(row.id).orElse(null))
                : connections.summary(row, ConnectionPermission.of(caller));
    }

    /**
     * Applies a merge patch to the version that the caller has seen. A new endpoint must accept the key first. A patch
     * that changes nothing leaves no trace.
     */
    public ConnectionResponse edit(UUID id, String ifMatch, ObjectNode patch) {
        ConnectionResponse seen =
                QuarkusTransaction.requiringNew().call(() -> connections.response(connections.require(id)));
        Versions.require(ifMatch, seen.version());
        ConnectionEdit edit = mergePatch.apply(ConnectionEdit.from(seen), patch, ConnectionEdit.class);
        URI endpoint = endpoints.resolve(seen.type(), edit.endpoint());
        if (!endpoint.equals(seen.endpoint())) {
            keys.reveal(id).ifPresent(key -> proof.require(seen.type(), endpoint, key));
        }
        return ConnectionConflicts.translated(
                () -> QuarkusTransaction.requiringNew().call(() -> save(id, seen.version(), edit, endpoint)));
    }

    private ConnectionResponse save(UUID id, long version, ConnectionEdit edit, URI endpoint) {
        ConnectionEntity row = connections.lock(id);
        Versions.require("\"%d\"".formatted(version), row.version);
        int rateLimit = types.rateLimit(row.type, edit.rateLimitPerSecond());
        Changes changes = Changes.none()
                .with("displayName", row.displayName, edit.displayName())
                .with("endpoint", row.endpoint, endpoint.toString())
                .with("rateLimitPerSecond", row.rateLimitPerSecond, rateLimit)
                .with("maxContacts", row.maxContacts, edit.maxContacts())
                .with("sharedWithContributors", row.sharedWithContributors, edit.sharedWithContributors());
        if (changes.isEmpty()) {
            return connections.response(row);
        }
        row.displayName = edit.displayName();
        row.endpoint = endpoint.toString();
        row.rateLimitPerSecond = rateLimit;
        row.maxContacts = edit.maxContacts();
        row.sharedWithContributors = edit.sharedWithContributors();
        journal.note(row, ConnectionAction.CONNECTION_EDITED, changes);
        connections.flush();
        return connections.response(row);
    }
}
