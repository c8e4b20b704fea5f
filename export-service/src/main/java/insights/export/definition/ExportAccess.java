package insights.export.definition;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.security.Roles;
import insights.export.ExportProblem;
import insights.export.connection.Connection;
import insights.export.connection.ConnectionClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who may work with which export: administrators with all, contributors with those on connections shared with them. */
@ApplicationScoped
public class ExportAccess {

    private final ConnectionClient connections;
    private final Caller caller;

    ExportAccess(ConnectionClient connections, Caller caller) {
        this.connections = connections;
        this.caller = caller;
    }

    /** The connection, if the caller may use it; 422 as if there were none otherwise. */
    public Connection requireConnection(UUID id) {
        return connections
                .find(id)
                .filter(this::mayUse)
                .orElseThrow(() -> Problem.of(
                        ExportProblem.UNKNOWN_CONNECTION,
                        "Choose a connection that GET /connections lists for you.",
                        List.of(new FieldError(
                                "/connectionId", "there is no connection of this id that you may use"))));
    }

    /**
     * The connection of an export that the caller wants to run.
     *
     * @throws RuntimeException 403 for a contributor when it is not shared; 409 when there is none
     */
    public Connection requireUse(Export export) {
        return requireUse(find(export));
    }

    /** The same with the connection that was found for the export already. */
    public Connection requireUse(Optional<Connection> connection) {
        return permitted(connection)
                .orElseThrow(() -> Problem.of(
                        ExportProblem.CONNECTION_NOT_READY, "The export has no connection: attach one to it first."));
    }

    /**
     * The connection of an export that the caller wants to edit, if it has one: one without connection is everybody's.
     *
     * @throws RuntimeException 403 for a contributor when it is not shared
     */
    public Optional<Connection> requireEdit(Export export) {
        return permitted(find(export));
    }

    private Optional<Connection> find(Export export) {
        return Optional.ofNullable(export.connectionId()).flatMap(connections::find);
    }

    private Optional<Connection> permitted(Optional<Connection> connection) {
        if (connection.isPresent() && !mayUse(connection.get())) {
            throw Problem.of(
                    CommonProblem.FORBIDDEN,
                    "The connection of this export is not shared with contributors; ask an administrator.");
        }
        return connection;
    }

    private boolean mayUse(Connection connection) {
        return caller.is(Roles.ADMIN) || connection.sharedWithContributors();
    }
}
