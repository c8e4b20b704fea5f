package insights.segment.definition;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import insights.common.name.DisplayName;
import insights.segment.rule.RuleDefinition;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A segment as somebody wants it: with a rule, or else with a list of profiles.
 *
 * @param profileIds of a static segment, whether there are such profiles yet or not
 * @param timeZone whose days count in conditions on the age of a date, by its name in the IANA time zone database; the
 *     installation's when it is left out
 */
@Schema(examples = """
                {"displayName":"Customers in Milan","rule":{"field":"city","op":"eq","value":"Milan"}}""")
public record SegmentRequest(
        @NotNull
        @Pattern(regexp = DisplayName.WHOLE, message = DisplayName.WHOLE_MESSAGE)
        @Schema(maxLength = DisplayName.MAX_LENGTH)
        String displayName,

        RuleDefinition rule,

        @JsonDeserialize(using = ProfileIdsReader.class) @Size(max = SegmentRequest.MAX_PROFILES)
        List<@NotBlank @Size(max = 200) String> profileIds,

        @Size(max = 50) @Schema(examples = "Europe/Rome") String timeZone) {

    /** Longer lists are better imported as an attribute, and chosen by a rule. */
    static final int MAX_PROFILES = 100_000;

    public SegmentRequest {
        displayName = DisplayName.normalized(displayName);
    }
}
