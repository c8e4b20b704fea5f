package insights.segment.field;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An attribute that profiles have, and what its values are like. The figures are exact for up to 20,000 profiles; for more
 * they come from a sample of about so many, always the same ones.
 *
 * @param filled share of the profiles that have it, from 0 to 1
 * @param distinctEstimate how many different values there are, about: what occurs once in a sample may be one of a few or
 *     one of very many (Duj1, the estimator of PostgreSQL's own ANALYZE)
 * @param email share of the values that look like e-mail addresses, from 0 to 1
 */
public record Field(
        @NotNull String name,
        @NotNull FieldType type,
        @Schema(minimum = "0", maximum = "1") double filled,
        long distinctEstimate,
        @Schema(minimum = "0", maximum = "1") double email) {}
