package insights.segment.definition;

import java.util.UUID;

/** What uses a segment. */
public record SegmentUse(Kind kind, UUID id, String displayName) {

    /** Where it is: here, or in export-service. */
    public enum Kind {
        SEGMENT,
        EXPORT
    }
}
