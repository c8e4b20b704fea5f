package insights.export.start;

import insights.common.problem.CommonProblem;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import insights.export.ExportProblem;
import insights.export.connection.Connection;
import insights.export.connection.ConnectionClient;
import insights.export.definition.Export;
import insights.export.definition.ExportAccess;
import insights.export.definition.SizeLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is known to stop a run before it is queued, as far as it is for the caller to run the export at all. */
@ApplicationScoped
class Readiness {

    private final ConnectionClient connections;
    private final ExportAccess access;
    private final SizeLimit sizeLimit;

    Readiness(ConnectionClient connections, ExportAccess access, SizeLimit sizeLimit) {
        this.connections = connections;
        this.access = access;
        this.sizeLimit = sizeLimit;
    }

    /** Throws what stops a run of the export. */
    void require(Export export) {
        if (export.removing()) {
            throw Problem.of(CommonProblem.CONFLICT, "The export is being removed; it runs no more.");
        }
        requireReady(access.requireUse(export));
        sizeLimit.excess(export.connectionId()).ifPresent(excess -> {
            throw Problem.of(ExportProblem.TOO_MANY_PROFILES, excess);
        });
    }

    /**
     * What stops all exports of a connection, by connection; those with nothing in the way are not in it. Each of the other
     * services is asked once for all of them.
     */
    Map<UUID, HttpProblem> obstacles(Collection<UUID> ids) {
        Map<UUID, HttpProblem> obstacles = new HashMap<>();
        Set<UUID> usable = new HashSet<>();
        try {
            Map<UUID, Connection> found = connections.findEach(ids);
            for (UUID id : ids) {
                obstacle(found.get(id)).ifPresentOrElse(problem -> obstacles.put(id, problem), () -> usable.add(id));
            }
        } catch (HttpProblem unavailable) {
            ids.forEach(id -> obstacles.put(id, unavailable));
        }
        obstacles.putAll(sizeLimit.obstacles(usable));
        return obstacles;
    }

    private Optional<HttpProblem> obstacle(Connection found) {
        try {
            requireReady(access.requireUse(Optional.ofNullable(found)));
            return Optional.empty();
        } catch (HttpProblem problem) {
            return Optional.of(problem);
        }
    }

    private static void requireReady(Connection connection) {
        connection.obstacle().ifPresent(obstacle -> {
            throw Problem.of(ExportProblem.CONNECTION_NOT_READY, obstacle);
        });
    }
}
