package insights.segment.definition;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What uses a segment. */
@RegisterForReflection
public record SegmentUse(
        @NotNull Kind kind, @NotNull UUID id, @NotNull String displayName) {

    /** Where it is: here, or in export-service. */
    public enum Kind {
        SEGMENT,
        EXPORT
    }
}
