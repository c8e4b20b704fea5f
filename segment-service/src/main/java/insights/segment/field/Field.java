package insights.segment.field;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An attribute that profiles have, and what its values are like.
 *
 * @param filled share of the profiles that have it
 * @param distinct how many different values there are; an estimate from a sample when there are many profiles
 * @param email share of the values that look like e-mail addresses
 */
public record Field(
        String name,
        FieldType type,
        @Schema(minimum = "0", maximum = "1") double filled,
        long distinct,
        @Schema(minimum = "0", maximum = "1") double email) {}
