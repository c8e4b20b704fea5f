package insights.export.suggestion;

import insights.export.connection.Connection;
import insights.export.connection.CustomFields;
import insights.export.definition.ExportAccess;
import insights.export.destination.Destinations;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Suggests how profiles could be matched to contacts, to whoever may use the connection. */
@ApplicationScoped
class SuggestionService {

    private final ExportAccess access;
    private final Destinations destinations;
    private final SegmentClient segments;
    private final CustomFields fields;

    SuggestionService(ExportAccess access, Destinations destinations, SegmentClient segments, CustomFields fields) {
        this.access = access;
        this.destinations = destinations;
        this.segments = segments;
        this.fields = fields;
    }

    MatchingSuggestion suggest(MatchingSuggestionRequest request) {
        Connection connection = access.requireConnection(request.connectionId());
        // A suggestion is worth having without them too.
        List<String> existing = fields.of(connection.id()).orElse(List.of());
        return Suggester.suggest(destinations.of(connection.type()).fields(), segments.fields(), existing);
    }
}
