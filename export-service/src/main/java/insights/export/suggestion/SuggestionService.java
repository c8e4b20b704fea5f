package insights.export.suggestion;

import insights.export.connection.Connection;
import insights.export.connection.ConnectionClient;
import insights.export.definition.ExportAccess;
import insights.export.destination.Destinations;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Suggests how profiles could be matched to contacts, to whoever may use the connection. */
@ApplicationScoped
class SuggestionService {

    private static final Logger LOG = Logger.getLogger(SuggestionService.class);

    private final ExportAccess access;
    private final Destinations destinations;
    private final SegmentClient segments;
    private final ConnectionClient connections;

    SuggestionService(
            ExportAccess access, Destinations destinations, SegmentClient segments, ConnectionClient connections) {
        this.access = access;
        this.destinations = destinations;
        this.segments = segments;
        this.connections = connections;
    }

    MatchingSuggestion suggest(MatchingSuggestionRequest request) {
        Connection connection = access.requireConnection(request.connectionId());
        return Suggester.suggest(
                destinations.of(connection.type()).fields(), segments.fields(), existing(connection.id()));
    }

    /** A suggestion is worth having without them too. */
    private List<String> existing(UUID connection) {
        try {
            return connections.customFields(connection).orElse(List.of());
        } catch (RuntimeException e) {
            // No connection, no token, no time: each has exceptions of its own.
            LOG.debugf("A data matching is suggested without the fields of the account: %s", e.getMessage());
            return List.of();
        }
    }
}
