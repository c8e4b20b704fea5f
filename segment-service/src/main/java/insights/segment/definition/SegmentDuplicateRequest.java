package insights.segment.definition;

import insights.common.name.DisplayName;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a copy of a segment is to be called.
 *
 * @param displayName when it is left out the copy is called "Copy of" and the name of the original, with a number behind it
 *     if there is such already
 */
@Schema(examples = """
        {"displayName":"Customers in Milan, without tests"}""")
public record SegmentDuplicateRequest(
        @Pattern(regexp = DisplayName.WHOLE, message = DisplayName.WHOLE_MESSAGE)
        @Schema(maxLength = DisplayName.MAX_LENGTH)
        String displayName) {

    public SegmentDuplicateRequest {
        displayName = DisplayName.normalized(displayName);
    }
}
