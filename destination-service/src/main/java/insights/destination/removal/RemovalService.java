package insights.destination.removal;

import insights.common.audit.Changes;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.security.Person;
import insights.destination.DestinationProblem;
import insights.destination.connection.ConnectionRemoval;
import insights.destination.exports.ExportUse;
import insights.destination.exports.ExportsClient;
import insights.destination.exports.ExportsUnknownException;
import insights.destination.notice.Notices;
import insights.destination.notice.RemovalNotice;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Removes connections, once it is decided what becomes of their exports. */
@ApplicationScoped
class RemovalService {

    private final ConnectionRemoval connections;
    private final ExportsClient exports;
    private final Notices notices;
    private final Clock clock;
    private final Caller caller;

    RemovalService(ConnectionRemoval connections, ExportsClient exports, Notices notices, Clock clock, Caller caller) {
        this.connections = connections;
        this.exports = exports;
        this.notices = notices;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * Removes the connection and destroys its key at once; export-service is told right after, and again until it knows.
     * When all exports are decided on and none is named, export-service need not be up.
     */
    void remove(UUID id, String ifMatch, ExportChoices choices) {
        connections.require(id, ifMatch);
        if (!choices.areComplete() || choices.nameAny()) {
            requireDecisions(using(id), choices);
        }
        UUID notice = QuarkusTransaction.requiringNew().call(() -> {
            connections.remove(id, ifMatch, Changes.none().with("exports", null, choices.forOthers()));
            return notices.removed(id, notice(choices));
        });
        notices.send(notice);
    }

    private static void requireDecisions(List<ExportUse> there, ExportChoices choices) {
        choices.requireToBeOf(there);
        List<ExportUse> undecided =
                there.stream().filter(export -> !choices.decide(export)).toList();
        if (!undecided.isEmpty()) {
            throw Problem.builder(
                            DestinationProblem.CONNECTION_IN_USE,
                            "Decide about the exports listed: exports=DETACH or exports=REMOVE for all of them, or detach=<id> and remove=<id> for each.")
                    .withUsedBy(undecided.stream().map(ExportUse::use).toList())
                    .build();
        }
    }

    private List<ExportUse> using(UUID id) {
        try {
            return exports.using(id);
        } catch (ExportsUnknownException e) {
            throw Problem.unavailable(
                    "Which exports use the connection cannot be told right now: try again, or decide for all of them with exports=DETACH or exports=REMOVE, without names. To stop all runs at once, withdraw the consent.");
        }
    }

    private RemovalNotice notice(ExportChoices choices) {
        return new RemovalNotice(
                choices.forOthers(), choices.detach(), choices.remove(), Person.of(caller), clock.instant());
    }
}
