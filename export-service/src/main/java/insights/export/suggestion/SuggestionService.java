package insights.export.suggestion;

import insights.export.definition.ExportAccess;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;

/** Suggests how profiles could be matched to contacts, to whoever may use the connection. */
@ApplicationScoped
class SuggestionService {

    private final ExportAccess access;
    private final SegmentClient segments;

    SuggestionService(ExportAccess access, SegmentClient segments) {
        this.access = access;
        this.segments = segments;
    }

    MatchingSuggestion suggest(MatchingSuggestionRequest request) {
        access.requireConnection(request.connectionId());
        return Suggester.suggest(segments.fields());
    }
}
