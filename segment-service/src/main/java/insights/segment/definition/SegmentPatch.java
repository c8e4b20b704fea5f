package insights.segment.definition;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to change of a segment; what is left out stays (RFC 7396). */
public record SegmentPatch(
        @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 100)
        String displayName,

        @Schema(type = SchemaType.OBJECT, description = RuleSyntax.DESCRIPTION)
        JsonNode rule,

        @Size(max = SegmentRequest.MAX_PROFILES) List<@NotBlank @Size(max = 200) String> profileIds,
        SegmentStatus status) {}
