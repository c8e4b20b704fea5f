package insights.export.definition;

import insights.common.name.DisplayName;
import insights.export.schedule.Schedule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a copy of an export is to be called, and when it runs.
 *
 * @param displayName when it is left out the copy is called "Copy of" and the name of the original, with a number behind it
 *     if there is such already
 * @param schedule when it is left out, that of the original
 */
@Schema(examples = """
        {"displayName": "Spanish customers", "schedule": {"kind": "OFF"}}""")
public record ExportDuplicateRequest(
        @Pattern(regexp = DisplayName.WHOLE, message = DisplayName.WHOLE_MESSAGE)
        @Schema(maxLength = DisplayName.MAX_LENGTH)
        String displayName,

        @Valid Schedule schedule) {

    public ExportDuplicateRequest {
        displayName = DisplayName.normalized(displayName);
    }
}
