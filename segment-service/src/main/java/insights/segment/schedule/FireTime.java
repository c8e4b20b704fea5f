package insights.segment.schedule;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A time at which a refresh starts by itself.
 *
 * @param local in the time zone of the schedule, with the offset from UTC that is valid then
 * @param utc the same in UTC
 */
public record FireTime(
        @NotNull OffsetDateTime local, @NotNull Instant utc) {}
