package insights.segment.refresh;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A segment that a refresh could not compute: it kept the members that it had.
 *
 * @param version of the segment's definition
 * @param field that its rule does not fit; absent when the rule is too large
 * @param detail in words, with what to do
 */
public record FailedSegment(
        @NotNull UUID id,
        long version,
        String field,
        @NotNull String detail) {}
