package insights.segment.definition;

import com.fasterxml.jackson.databind.JsonNode;
import insights.common.name.DisplayName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A segment as somebody wants it: with a rule, or else with a list of profiles.
 *
 * @param profileIds of a static segment, whether there are such profiles yet or not
 */
public record SegmentRequest(
        @NotBlank @Size(max = 100) @Pattern(regexp = DisplayName.VISIBLE, message = DisplayName.MESSAGE)
        String displayName,

        @Schema(type = SchemaType.OBJECT, description = RuleSyntax.DESCRIPTION, examples = RuleSyntax.EXAMPLE)
        JsonNode rule,

        @Size(max = SegmentRequest.MAX_PROFILES) List<@NotBlank @Size(max = 200) String> profileIds) {

    /** Longer lists are better imported as an attribute, and chosen by a rule. */
    static final int MAX_PROFILES = 100_000;

    public SegmentRequest {
        displayName = DisplayName.normalized(displayName);
        rule = rule == null || rule.isNull() ? null : rule;
    }
}
