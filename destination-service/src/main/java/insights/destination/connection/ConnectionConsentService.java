package insights.destination.connection;

import insights.common.etag.Versions;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.destination.DestinationProblem;
import insights.destination.audit.ConnectionAction;
import insights.destination.consent.ConsentRequest;
import insights.destination.consent.ConsentService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Gives and takes back the consent of a connection. */
@ApplicationScoped
public class ConnectionConsentService {

    private final ConnectionRepository connections;
    private final ConsentService consents;
    private final ConnectionKeyService keys;
    private final ConnectionJournal journal;
    private final Caller caller;

    ConnectionConsentService(
            ConnectionRepository connections,
            ConsentService consents,
            ConnectionKeyService keys,
            ConnectionJournal journal,
            Caller caller) {
        this.connections = connections;
        this.consents = consents;
        this.keys = keys;
        this.journal = journal;
        this.caller = caller;
    }

    /**
     * Consents to the current text, for the first time, anew or in a newer version. A key that is there already is then
     * proven again; what comes of it is the connection's last check. What the caller has agreed to already stays as it is.
     */
    public ConnectionResponse agree(UUID id, String ifMatch, ConsentRequest request) {
        ConnectionResponse agreed = QuarkusTransaction.requiringNew().call(() -> {
            ConnectionEntity row = connections.lock(id);
            Versions.require(ifMatch, row.version);
            consents.requireAgreement(row.type, request);
            Consent before = row.consent;
            if (before != null && before.says(request, caller.subject())) {
                return connections.response(row);
            }
            row.agreed(consents.agree(id, row.type, request));
            journal.note(row, ConnectionAction.CONSENT_AGREED, Consent.change(before, row.consent));
            connections.flush();
            return connections.response(row);
        });
        boolean toBeProven = agreed.status() == ConnectionStatus.DRAFT && agreed.keyHint() != null;
        return toBeProven ? keys.test(id) : agreed;
    }

    /** Takes the consent back. The key stays, but nobody gets it any more. */
    @Transactional
    public ConnectionResponse withdraw(UUID id, String ifMatch) {
        ConnectionEntity row = connections.lock(id);
        Versions.require(ifMatch, row.version);
        Consent before = row.consent;
        if (before == null) {
            throw Problem.of(
                    DestinationProblem.CONSENT_NOT_GIVEN, "There is no consent to withdraw: nothing is sent as it is.");
        }
        consents.withdraw(id, before.textVersion(), before.language(), before.textSha256());
        row.withdrawn();
        journal.note(row, ConnectionAction.CONSENT_WITHDRAWN, Consent.change(before, null));
        connections.flush();
        return connections.response(row);
    }
}
