package insights.destination.keycloak;

import insights.common.sql.JobLock;
import insights.destination.connection.ExportUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One look at Keycloak for one person: a transaction of its own, so that no two replicas are at the same person. */
@ApplicationScoped
class ExportUserLook {

    private final ExportUsers exportUsers;
    private final KeycloakClient keycloak;
    private final DataSource database;

    ExportUserLook(ExportUsers exportUsers, KeycloakClient keycloak, DataSource database) {
        this.exportUsers = exportUsers;
        this.keycloak = keycloak;
        this.database = database;
    }

    /** Looks, unless another replica does. Where Keycloak does not say anything, nothing changes. */
    @Transactional
    void look(String subject) {
        if (!isMine(subject)) {
            return;
        }
        try {
            exportUsers.note(subject, keycloak.standing(subject));
        } catch (StandingUnknownException e) {
            // KeycloakClient says so, once.
        }
    }

    private boolean isMine(String subject) {
        try (Connection connection = database.getConnection()) {
            return JobLock.tryTake(connection, "export user " + subject);
        } catch (SQLException e) {
            throw new IllegalStateException("No lock could be taken", e);
        }
    }
}
