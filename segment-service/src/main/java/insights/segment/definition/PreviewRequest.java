package insights.segment.definition;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule to try out. */
public record PreviewRequest(
        @NotNull @Schema(type = SchemaType.OBJECT, description = RuleSyntax.DESCRIPTION, examples = RuleSyntax.EXAMPLE)
        JsonNode rule) {}
