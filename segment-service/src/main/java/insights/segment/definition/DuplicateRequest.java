package insights.segment.definition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The name of a copy. */
public record DuplicateRequest(@NotBlank @Size(max = 100) String displayName) {}
