package insights.segment.exports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** An export that sends a segment. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExportUse(UUID id, String displayName) {}
