package insights.export.segment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A segment as segment-service describes it.
 *
 * @param size number of members at the last refresh; null before the first
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record Segment(@NotNull UUID id, @NotNull String displayName, Long size) {}
