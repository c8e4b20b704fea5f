package insights.segment.refresh;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * How large a segment was at a time.
 *
 * @param at when the refresh took its snapshot
 * @param joined how many came since the point before
 * @param left how many went since the point before
 */
public record SizePoint(@NotNull Instant at, long size, long joined, long left) {}
