package insights.segment.profile;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A unified customer profile.
 *
 * @param attributes the JSON object as it is stored; missing attributes are left out
 */
public record Profile(
        @NotNull String profileId,

        @NotNull @JsonRawValue @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
        String attributes,

        @NotNull Instant updatedAt) {}
