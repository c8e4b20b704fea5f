package insights.destination.connection;

import insights.common.audit.Changes;
import insights.common.id.Ids;
import insights.common.problem.Problem;
import insights.destination.DestinationProblem;
import insights.destination.audit.ConnectionAction;
import insights.destination.consent.ConsentService;
import insights.destination.key.ApiKeyService;
import insights.destination.type.CheckOutcome;
import insights.destination.type.ConnectionTypes;
import insights.destination.type.Endpoints;
import insights.destination.type.KeyProof;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/**
 * Makes connections. The destination is asked outside of transactions; then all is saved at once, or nothing.
 */
@ApplicationScoped
public class NewConnectionService {

    private final ConnectionRepository connections;
    private final ConnectionConflicts conflicts;
    private final ConnectionTypes types;
    private final ConsentService consents;
    private final Endpoints endpoints;
    private final KeyProof proof;
    private final ApiKeyService keys;
    private final ConnectionJournal journal;
    private final Ids ids;

    NewConnectionService(
            ConnectionRepository connections,
            ConnectionConflicts conflicts,
            ConnectionTypes types,
            ConsentService consents,
            Endpoints endpoints,
            KeyProof proof,
            ApiKeyService keys,
            ConnectionJournal journal,
            Ids ids) {
        this.connections = connections;
        this.conflicts = conflicts;
        this.types = types;
        this.consents = consents;
        this.endpoints = endpoints;
        this.proof = proof;
        this.keys = keys;
        this.journal = journal;
        this.ids = ids;
    }

    /** Makes a connection. With a key it is proven, and nothing is saved unless the destination accepts it. */
    public ConnectionResponse create(ConnectionRequest request) {
        URI endpoint = endpoints.resolve(request.type(), request.endpoint());
        requireConsent(request);
        QuarkusTransaction.requiringNew().run(() -> requireNoConflict(request));
        Optional<String> account =
                request.apiKey() == null ? Optional.empty() : proof.require(request.type(), endpoint, request.apiKey());
        return ConnectionConflicts.translated(
                () -> QuarkusTransaction.requiringNew().call(() -> save(request, endpoint, account)));
    }

    private void requireConsent(ConnectionRequest request) {
        if (request.consent() != null) {
            consents.requireAgreement(request.type(), request.consent());
        } else if (request.apiKey() != null) {
            throw Problem.of(
                    DestinationProblem.CONSENT_REQUIRED,
                    "Read GET /consent-texts/current?type=%s and send consent along with the key; without it there is no connection."
                            .formatted(request.type()));
        }
    }

    private void requireNoConflict(ConnectionRequest request) {
        conflicts.requireFreeName(request.displayName(), null);
        if (request.apiKey() != null) {
            conflicts.requireFreeKey(request.apiKey(), null);
        }
    }

    private ConnectionResponse save(ConnectionRequest request, URI endpoint, Optional<String> account) {
        ConnectionEntity row = entity(request, endpoint);
        row.accountId = account.orElse(null);
        if (request.consent() != null) {
            row.agreed(consents.agree(row.id, row.type, request.consent()));
        }
        if (request.apiKey() != null) {
            row.keyHint = request.apiKey().hint();
            row.checked(row.createdAt, CheckOutcome.ACCEPTED);
        }
        connections.persist(row);
        if (request.apiKey() != null) {
            keys.store(row.id, request.apiKey());
        }
        journal.note(row, ConnectionAction.CONNECTION_CREATED, initial(row));
        if (request.consent() != null) {
            journal.note(row, ConnectionAction.CONSENT_AGREED, Consent.change(null, row.consent));
        }
        if (request.apiKey() != null) {
            journal.note(row, ConnectionAction.API_KEY_STORED);
        }
        connections.flush();
        return connections.response(row);
    }

    private ConnectionEntity entity(ConnectionRequest request, URI endpoint) {
        ConnectionEntity row = new ConnectionEntity();
        row.id = ids.next();
        row.type = request.type();
        row.displayName = request.displayName();
        row.endpoint = endpoint.toString();
        row.status = ConnectionStatus.DRAFT;
        row.sharedWithContributors = request.sharedWithContributors();
        row.rateLimitPerSecond = types.rateLimit(request.type(), request.rateLimitPerSecond());
        row.maxContacts = request.maxContacts();
        journal.created(row);
        return row;
    }

    private static Changes initial(ConnectionEntity row) {
        return Changes.none()
                .with("displayName", null, row.displayName)
                .with("endpoint", null, row.endpoint)
                .with("rateLimitPerSecond", null, row.rateLimitPerSecond)
                .with("maxContacts", null, row.maxContacts)
                .with("sharedWithContributors", null, row.sharedWithContributors);
    }
}
