package insights.destination.connection;

import insights.common.audit.Changes;
import insights.common.etag.Versions;
import insights.common.problem.Problem;
import insights.destination.DestinationProblem;
import insights.destination.audit.ConnectionAction;
import insights.destination.key.ApiKeyService;
import insights.destination.key.Secret;
import insights.destination.type.CheckOutcome;
import insights.destination.type.Endpoints;
import insights.destination.type.KeyCheck;
import insights.destination.type.KeyProof;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Replaces and tests the API key of a connection. The destination is asked outside of transactions. */
@ApplicationScoped
public class ConnectionKeyService {

    private final ConnectionRepository connections;
    private final ConnectionConflicts conflicts;
    private final Endpoints endpoints;
    private final KeyProof proof;
    private final ApiKeyService keys;
    private final ConnectionJournal journal;

    ConnectionKeyService(
            ConnectionRepository connections,
            ConnectionConflicts conflicts,
            Endpoints endpoints,
            KeyProof proof,
            ApiKeyService keys,
            ConnectionJournal journal) {
        this.connections = connections;
        this.conflicts = conflicts;
        this.endpoints = endpoints;
        this.proof = proof;
        this.keys = keys;
        this.journal = journal;
    }

    /** Stores another key, once the destination accepts it. The one that is stored already is only tested. */
    public ConnectionResponse replace(UUID id, String ifMatch, Secret apiKey) {
        ConnectionResponse seen = read(id);
        Versions.require(ifMatch, seen.version());
        QuarkusTransaction.requiringNew().run(() -> conflicts.requireFreeKey(apiKey, id));
        Optional<String> account = proof.require(seen.type(), endpoints.resolve(seen.type(), seen.endpoint()), apiKey);
        return ConnectionConflicts.translated(() -> write(seen, row -> store(row, apiKey, account)));
    }

    private void store(ConnectionEntity row, Secret apiKey, Optional<String> account) {
        account.ifPresent(id -> requireAccount(row, id));
        if (keys.holds(row.id, apiKey)) {
            tested(row, CheckOutcome.ACCEPTED);
            return;
        }
        keys.store(row.id, apiKey);
        row.keyHint = apiKey.hint();
        row.checked(journal.now(), CheckOutcome.ACCEPTED);
        journal.note(row, ConnectionAction.API_KEY_STORED);
    }

    /** What exports delivered is remembered of one account: in another one people would be missed, or mailed once more. */
    private static void requireAccount(ConnectionEntity row, String account) {
        if (row.isOfAnother(account)) {
            throw Problem.of(
                    DestinationProblem.ANOTHER_ACCOUNT,
                    "The key works, but in another account of %s than the one that was connected, and nothing of what was delivered is there. Make a new connection with it, and attach the exports to that one; or take a key of the same account."
                            .formatted(row.type.label()));
        }
        row.accountId = account;
    }

    /** Asks the destination about the stored key, and keeps what it says as the last check. */
    public ConnectionResponse test(UUID id) {
        ConnectionResponse seen = read(id);
        URI endpoint = endpoints.resolve(seen.type(), seen.endpoint());
        Secret apiKey = keys.reveal(id).orElseThrow(() -> noKey(id));
        KeyCheck check = proof.check(seen.type(), endpoint, apiKey);
        return write(seen, row -> {
            row.accountId = row.accountId == null ? check.account().orElse(null) : row.accountId;
            tested(row, check.outcome());
        });
    }

    private void tested(ConnectionEntity row, CheckOutcome outcome) {
        ConnectionStatus before = row.status;
        CheckOutcome last =
                Optional.ofNullable(row.lastCheck).map(LastCheck::outcome).orElse(null);
        row.checked(journal.now(), outcome);
        Changes changes = Changes.none().with("status", before, row.status).with("outcome", last, outcome);
        journal.note(row, ConnectionAction.CONNECTION_TESTED, changes);
    }

    /** The connection as it is before the destination is asked; without consent nobody asks. */
    private ConnectionResponse read(UUID id) {
        ConnectionResponse seen =
                QuarkusTransaction.requiringNew().call(() -> connections.response(connections.require(id)));
        if (seen.consent() == null) {
            throw Problem.of(
                    DestinationProblem.CONSENT_REQUIRED,
                    "Agree to the consent text first: POST /connections/%s/consent.".formatted(id));
        }
        return seen;
    }

    /** Saves what the destination said, unless the connection is no longer the one it was asked about. */
    private ConnectionResponse write(ConnectionResponse seen, Consumer<ConnectionEntity> change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ConnectionEntity row = connections.lock(seen.id());
            if (row.version != seen.version()) {
                throw Problem.of(
                        DestinationProblem.CHANGED_MEANWHILE,
                        "Somebody changed the connection while the destination was asked: look at it, and try again.");
            }
            change.accept(row);
            connections.flush();
            return connections.response(row);
        });
    }

    private static RuntimeException noKey(UUID id) {
        return Problem.of(
                DestinationProblem.API_KEY_MISSING, "Store a key first: PUT /connections/%s/api-key.".formatted(id));
    }
}
