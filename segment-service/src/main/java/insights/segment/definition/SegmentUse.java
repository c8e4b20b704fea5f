package insights.segment.definition;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** What uses a segment. */
@RegisterForReflection
public record SegmentUse(Kind kind, UUID id, String displayName) {

    /** Where it is: here, or in export-service. */
    public enum Kind {
        SEGMENT,
        EXPORT
    }
}
