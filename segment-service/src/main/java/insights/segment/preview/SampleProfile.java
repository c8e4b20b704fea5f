package insights.segment.preview;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One profile, to see what people of its kind have in their fields.
 *
 * @param masked whether values are made unreadable, because the caller may not see personal data
 */
public record SampleProfile(
        @NotNull String profileId,

        @Schema(description = "Whether values are made unreadable: administrators alone see what they are")
        boolean masked,

        @NotNull
        @Schema(
                type = SchemaType.OBJECT,
                description = "The values that the profile has, by the names of their fields",
                additionalProperties = Schema.True.class)
        Map<String, Object> attributes) {}
