package insights.segment.definition;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/** The exports that send a segment, as export-service tells. */
@RegisterForReflection
public record ExportUses(List<Use> items) {

    /** One of them. */
    @RegisterForReflection
    public record Use(UUID id, String displayName) {}
}
