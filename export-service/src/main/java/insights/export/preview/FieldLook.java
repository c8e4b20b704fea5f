package insights.export.preview;

import insights.export.connection.ConnectionClient;
import insights.export.definition.Export;
import insights.export.destination.TargetFields;
import insights.export.matching.FieldMatch;
import insights.export.run.StopReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks, like a run before it sends anybody, whether the account has the fields that an export fills. */
@ApplicationScoped
class FieldLook {

    private static final Logger LOG = Logger.getLogger(FieldLook.class);

    private final ConnectionClient connections;

    FieldLook(ConnectionClient connections) {
        this.connections = connections;
    }

    /** What would stop the run; empty also when nobody can tell: then the run finds out. */
    Optional<Preview.Stop> stop(Export export, TargetFields there) {
        List<String> doubtful = export.dataMatching().stream()
                .map(FieldMatch::target)
                .filter(there::mayBeMissing)
                .toList();
        return doubtful.isEmpty()
                ? Optional.empty()
                : existing(export.connectionId())
                        .flatMap(existing -> doubtful.stream()
                                .flatMap(target -> there.obstacle(target, existing).stream())
                                .findFirst())
                        .map(obstacle -> new Preview.Stop(StopReason.FIELD_NOT_AT_DESTINATION, obstacle));
    }

    private Optional<List<String>> existing(UUID connection) {
        try {
            return connections.customFields(connection);
        } catch (RuntimeException e) {
            // No connection, no token, no time: each has exceptions of its own.
            LOG.debugf("A preview does not know the fields of the account: %s", e.getMessage());
            return Optional.empty();
        }
    }
}
