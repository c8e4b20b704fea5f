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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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
        sizeLimit.excess(export).ifPresent(excess -> {
            throw Problem.of(ExportProblem.TOO_MANY_PROFILES, excess);
        });
    }

    /**
     * What stops exports that have a connection, by export; those with nothing in the way are not in it. The other services
     * are asked for all of them at once.
     */
    Map<UUID, HttpProblem> obstacles(Collection<Export> exports) {
        Map<UUID, HttpProblem> obstacles = new HashMap<>();
        List<Export> usable = new ArrayList<>();
        Map<UUID, HttpProblem> ofConnections =
                ofConnections(exports.stream().map(Export::connectionId).collect(Collectors.toSet()));
        for (Export export : exports) {
            HttpProblem obstacle = ofConnections.get(export.connectionId());
            if (obstacle == null) {
                usable.add(export);
            } else {
                obstacles.put(export.id(), obstacle);
            }
        }
        obstacles.putAll(sizeLimit.obstacles(usable));
        return obstacles;
    }

    private Map<UUID, HttpProblem> ofConnections(Collection<UUID> ids) {
        Map<UUID, HttpProblem> obstacles = new HashMap<>();
        try {
            Map<UUID, Connection> found = connections.findEach(ids);
            ids.forEach(id -> obstacle(found.get(id)).ifPresent(problem -> obstacles.put(id, problem)));
        } catch (HttpProblem unavailable) {
            ids.forEach(id -> obstacles.put(id, unavailable));
        }
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
