package insights.destination.connection;

import insights.common.audit.Changes;
import insights.destination.audit.ConnectionAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jboss.logging.Logger;

/** Those in whose name runs act, and whether they still may, whatever their connections are. */
@ApplicationScoped
public class ExportUsers {

    private static final Logger LOG = Logger.getLogger(ExportUsers.class);

    private final ConnectionRepository connections;
    private final ConnectionJournal journal;

    ExportUsers(ConnectionRepository connections, ConnectionJournal journal) {
        this.connections = connections;
        this.journal = journal;
    }

    /** The ids of the people, each once. */
    @Transactional
    public List<String> subjects() {
        return connections.exportUsers();
    }

    /** Notes what the identity provider says of one of them on the connections where that is news. */
    @Transactional
    public void note(String subject, Standing standing) {
        connections.lockOfExportUser(subject).forEach(row -> note(row, standing));
    }

    private void note(ConnectionEntity row, Standing standing) {
        Lapse before = row.exportUser.lapse();
        Lapse now = standing.lapse(before);
        if (now == before) {
            return;
        }
        row.exportUser = row.exportUser.with(now);
        journal.noteByItself(
                row,
                now == null ? ConnectionAction.EXPORT_USER_RESTORED : ConnectionAction.EXPORT_USER_LAPSED,
                Changes.none().with("exportUserLapse", before, now));
        if (now == null) {
            LOG.infof("The export user of connection %s lends their name again.", row.id);
        } else {
            LOG.warnf("No run starts over connection %s: its export user is %s at the identity provider.", row.id, now);
        }
    }
}
