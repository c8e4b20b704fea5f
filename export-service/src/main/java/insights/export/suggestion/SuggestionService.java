package insights.export.suggestion;

import insights.export.connection.Connection;
import insights.export.definition.ExportAccess;
import insights.export.destination.Destinations;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;

/** Suggests how profiles could be matched to contacts, to whoever may use the connection. */
@ApplicationScoped
class SuggestionService {

    private final ExportAccess access;
    private final Destinations destinations;
    private final SegmentClient segments;

    SuggestionService(ExportAccess access, Destinations destinations, SegmentClient segments) {
        this.access = access;
        this.destinations = destinations;
        this.segments = segments;
    }

    MatchingSuggestion suggest(MatchingSuggestionRequest request) {
        Connection connection = access.requireConnection(request.connectionId());
        return Suggester.suggest(destinations.of(connection.type()).fields(), segments.fields());
    }
}
