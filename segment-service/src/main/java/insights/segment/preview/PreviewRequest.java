package insights.segment.preview;

import insights.segment.rule.RuleDefinition;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule to try out.
 *
 * @param timeZone whose days count in conditions on the age of a date; the installation's when it is left out
 */
@Schema(name = "SegmentPreviewRequest", examples = """
        {"rule":{"field":"city","op":"eq","value":"Milan"}}""")
public record PreviewRequest(
        @NotNull RuleDefinition rule,

        @Size(max = 50) @Schema(examples = "Europe/Rome") String timeZone) {}
