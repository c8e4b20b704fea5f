package insights.segment.definition;

import com.fasterxml.jackson.databind.JsonNode;
import insights.common.name.DisplayName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to change of a segment; what is left out stays (RFC 7396). Nothing of a segment can be taken away with null. */
@RegisterForReflection
public record SegmentPatch(
        @Size(min = 1, max = 100) @Pattern(regexp = DisplayName.VISIBLE, message = DisplayName.MESSAGE)
        String displayName,

        @Schema(type = SchemaType.OBJECT, description = RuleSyntax.DESCRIPTION)
        JsonNode rule,

        @Size(max = SegmentRequest.MAX_PROFILES) List<@NotBlank @Size(max = 200) String> profileIds,

        SegmentStatus status) {

    public SegmentPatch {
        displayName = DisplayName.normalized(displayName);
    }
}
