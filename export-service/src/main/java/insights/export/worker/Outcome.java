package insights.export.worker;

import insights.common.problem.CommonProblem;
import insights.common.problem.DatabaseTrouble;
import insights.common.problem.HttpProblem;
import insights.export.ExportProblem;
import insights.export.destination.DestinationException;
import insights.export.run.RunStatus;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How work on a run ended.
 *
 * @param failures how often it has failed by now
 * @param retryIn when to try again; null unless the status is {@code FAILED_RETRYING}
 */
record Outcome(RunStatus status, StopReason reason, String detail, int failures, Duration retryIn) {

    private static final Map<URI, StopReason> PROBLEMS = Map.of(
            ExportProblem.SEGMENT_NOT_REFRESHED.uri(), StopReason.SEGMENT_NOT_REFRESHED,
            ExportProblem.SEGMENT_INACTIVE.uri(), StopReason.SEGMENT_INACTIVE,
            ExportProblem.SEGMENT_FAILED.uri(), StopReason.SEGMENT_FAILED,
            ExportProblem.UNKNOWN_SEGMENT.uri(), StopReason.SEGMENT_GONE,
            ExportProblem.UNKNOWN_FIELD.uri(), StopReason.FIELD_GONE,
            CommonProblem.UNAVAILABLE.uri(), StopReason.PLATFORM_UNAVAILABLE);

    /** What the destination tells to wait is taken seriously up to here: a run for the morning should not come tomorrow. */
    private static final Duration LONGEST_TOLD = Duration.ofHours(6);

    static Outcome done(boolean warnings) {
        return new Outcome(warnings ? RunStatus.COMPLETED_WITH_WARNINGS : RunStatus.SUCCESSFUL, null, null, 0, null);
    }

    /** The outcome of a run that ended with an exception. */
    static Outcome of(RuntimeException thrown, int failures, List<Duration> retryDelays) {
        if (thrown instanceof DestinationException.Throttled throttled) {
            return putOff(throttled, failures, retryDelays);
        }
        StopRunException stop = stop(thrown);
        return switch (stop.reason().kind()) {
            case SKIPPED -> new Outcome(RunStatus.SKIPPED, stop.reason(), stop.getMessage(), failures, null);
            case PERMANENT -> failed(stop, failures);
            case LET_GO -> throw new IllegalArgumentException("The run goes on elsewhere", thrown);
            case RETRYING ->
                failures < retryDelays.size()
                        ? new Outcome(
                                RunStatus.FAILED_RETRYING,
                                stop.reason(),
                                stop.getMessage(),
                                failures + 1,
                                retryDelays.get(failures))
                        : failed(stop, failures + 1);
        };
    }

    /** It uses up no attempt ({@code design.md} §6): the destination is there, and may say when it wants to hear from us again. */
    private static Outcome putOff(DestinationException.Throttled throttled, int failures, List<Duration> retryDelays) {
        Duration own = retryDelays.get(Math.min(failures, retryDelays.size() - 1));
        Duration told = throttled.retryAfter().orElse(own);
        Duration wait = told.compareTo(LONGEST_TOLD) > 0 ? LONGEST_TOLD : told;
        return new Outcome(
                RunStatus.FAILED_RETRYING,
                StopReason.THROTTLED,
                "The destination wants fewer requests than the contract is said to allow; the run goes on by itself"
                        + " later. An administrator lowers the rate of the connection if this happens often.",
                failures,
                wait.compareTo(own) > 0 ? wait : own);
    }

    private static Outcome failed(StopRunException stop, int failures) {
        return new Outcome(RunStatus.FAILED_PERMANENT, stop.reason(), stop.getMessage(), failures, null);
    }

    private static StopRunException stop(RuntimeException thrown) {
        return switch (thrown) {
            case StopRunException stop -> stop;
            case DestinationException.KeyRefused refused ->
                new StopRunException(
                        StopReason.INVALID_API_KEY,
                        "The destination refuses the API key of the connection: an administrator replaces it.");
            case DestinationException.PlanLimit limit ->
                new StopRunException(
                        StopReason.PLAN_LIMIT,
                        "The contract with the destination allows no more contacts: choose smaller segments or extend"
                                + " it.");
            case DestinationException.FieldUnavailable field ->
                new StopRunException(StopReason.FIELD_NOT_AT_DESTINATION, field.getMessage());
            case DestinationException other ->
                new StopRunException(
                        StopReason.DESTINATION_UNAVAILABLE, other.getMessage() + "; the run goes on by itself later.");
            case HttpProblem problem ->
                new StopRunException(
                        PROBLEMS.getOrDefault(problem.getType(), StopReason.INTERNAL_ERROR), problem.getDetail());
            default ->
                DatabaseTrouble.isAway(thrown)
                        ? new StopRunException(StopReason.PLATFORM_UNAVAILABLE, databaseIsAway(thrown))
                        : new StopRunException(
                                StopReason.INTERNAL_ERROR,
                                "Something went wrong here; the log tells the operator what.");
        };
    }

    private static String databaseIsAway(RuntimeException thrown) {
        return DatabaseTrouble.isFull(thrown)
                ? "The database of exports has no room left: whoever runs this service makes some; the run goes on by"
                        + " itself later."
                : "The database of exports went away in the middle; the run goes on by itself later.";
    }
}
