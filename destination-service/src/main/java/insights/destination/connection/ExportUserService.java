package insights.destination.connection;

import insights.common.audit.Changes;
import insights.common.etag.Versions;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.destination.DestinationProblem;
import insights.destination.audit.ConnectionAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Makes people export users: those in whose name scheduled runs act. */
@ApplicationScoped
public class ExportUserService {

    /** How long ago a person may have signed in to answer for what is sent in their name (C6). */
    static final Duration FRESH = Duration.ofMinutes(5);

    private final ConnectionRepository connections;
    private final ConnectionJournal journal;
    private final Caller caller;

    ExportUserService(ConnectionRepository connections, ConnectionJournal journal, Caller caller) {
        this.connections = connections;
        this.journal = journal;
        this.caller = caller;
    }

    /** Makes the caller the export user, in place of the one before; without effect on who is it already and lends their name. */
    @Transactional
    public ConnectionResponse become(UUID id, String ifMatch) {
        requireFreshSignIn();
        return set(
                id,
                ifMatch,
                new ExportUser(caller.subject(), caller.name(), journal.now(), null),
                ConnectionAction.EXPORT_USER_SET);
    }

    /** Leaves the connection without export user: no run starts. */
    @Transactional
    public ConnectionResponse remove(UUID id, String ifMatch) {
        return set(id, ifMatch, null, ConnectionAction.EXPORT_USER_REMOVED);
    }

    private ConnectionResponse set(UUID id, String ifMatch, ExportUser exportUser, ConnectionAction action) {
        ConnectionEntity row = connections.lock(id);
        Versions.require(ifMatch, row.version);
        if (isSamePerson(row.exportUser, exportUser)) {
            return connections.response(row);
        }
        Changes changes = Changes.none()
                .with("exportUser", subject(row.exportUser), subject(exportUser))
                .with("exportUserLapse", lapse(row.exportUser), null);
        row.exportUser = exportUser;
        journal.note(row, action, changes);
        connections.flush();
        return connections.response(row);
    }

    private static boolean isSamePerson(ExportUser before, ExportUser now) {
        return before == null || now == null
                ? before == now
                : before.subject().equals(now.subject()) && before.name().equals(now.name()) && before.lapse() == null;
    }

    private static String subject(ExportUser exportUser) {
        return exportUser == null ? null : exportUser.subject();
    }

    private static Lapse lapse(ExportUser exportUser) {
        return exportUser == null ? null : exportUser.lapse();
    }

    /** RFC 9470: the challenge tells the client to have the person sign in again, and then to repeat the request. */
    private void requireFreshSignIn() {
        Instant oldest = journal.now().minus(FRESH);
        boolean fresh =
                caller.authenticatedAt().filter(at -> !at.isBefore(oldest)).isPresent();
        if (!fresh) {
            throw Problem.builder(
                            DestinationProblem.FRESH_SIGN_IN_REQUIRED,
                            "Sign in again, giving your credentials, and repeat this within 5 minutes.")
                    .withHeader(
                            "WWW-Authenticate",
                            "Bearer error=\"insufficient_user_authentication\", error_description=\"A fresh sign-in is needed\", max_age=%d"
                                    .formatted(FRESH.toSeconds()))
                    .build();
        }
    }
}
