package insights.export.matching;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * One line of the data matching.
 *
 * @param target name of the field at the destination, see {@link insights.export.destination.TargetFields}
 * @param field name of the profile attribute that fills it
 */
public record FieldMatch(
        @NotBlank @Size(max = 200) String target,
        @NotBlank @Size(max = 200) String field) {}
