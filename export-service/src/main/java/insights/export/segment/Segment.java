package insights.export.segment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A segment as segment-service describes it.
 *
 * @param status {@code ACTIVE}; an {@code INACTIVE} one is not refreshed, and nobody in it is sent
 * @param size number of members at the last refresh that it took part in; null before the first
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "ExportedSegment")
public record Segment(@NotNull UUID id, @NotNull String displayName, String status, Long size) {

    /** Whether it is not refreshed; {@code status} says it in the API. */
    @JsonIgnore
    public boolean isInactive() {
        return "INACTIVE".equals(status);
    }
}
