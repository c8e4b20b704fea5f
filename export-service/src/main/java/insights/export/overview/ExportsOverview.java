package insights.export.overview;

import insights.export.run.RunStatus;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How all exports are, in numbers, however many there are.
 *
 * @param exportCount all of them
 * @param active those that run by themselves: with a connection, and a schedule that is not OFF
 * @param lastRuns how many have a last run of each status; those that never ran are in none. Runs that only take erased people
 *     out are not meant
 * @param next those that the clock sets off soonest, at most {@value #MOST_NEXT}
 */
public record ExportsOverview(
        long exportCount,
        long active,
        @NotNull List<StatusCount> lastRuns,
        @NotNull List<NextRun> next) {

    static final int MOST_NEXT = 10;

    /** How many exports have a last run of a status. */
    public record StatusCount(@NotNull RunStatus status, long exportCount) {}

    /** When an export runs by itself next. */
    public record NextRun(
            @NotNull UUID exportId,
            @NotNull String displayName,
            @NotNull Instant at) {}
}
