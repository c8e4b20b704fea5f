package insights.segment.definition;

import insights.common.name.DisplayName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The name of a copy. */
public record DuplicateRequest(
        @NotBlank @Size(max = 100) @Pattern(regexp = DisplayName.VISIBLE, message = DisplayName.MESSAGE)
        String displayName) {

    public DuplicateRequest {
        displayName = DisplayName.normalized(displayName);
    }
}
