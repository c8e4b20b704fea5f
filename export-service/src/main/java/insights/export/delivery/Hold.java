package insights.export.delivery;

import insights.common.problem.HttpProblem;
import insights.export.ExportProblem;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Something that holds a run back before it sends anything, so that it is skipped. */
final class Hold {

    static final Hold REFRESH_FAILED = new Hold(
            StopReason.REFRESH_FAILED,
            "The refresh failed, so nobody knows who is in the segments now. GET /refreshes/{refreshId} of segment-service says"
                    + " why; the next one that succeeds runs the export.");

    private static final Map<URI, StopReason> PROBLEMS = Map.of(
            ExportProblem.SEGMENT_NOT_REFRESHED.uri(), StopReason.SEGMENT_NOT_REFRESHED,
            ExportProblem.SEGMENT_INACTIVE.uri(), StopReason.SEGMENT_INACTIVE,
            ExportProblem.SEGMENT_FAILED.uri(), StopReason.SEGMENT_FAILED,
            ExportProblem.UNKNOWN_SEGMENT.uri(), StopReason.SEGMENT_GONE,
            ExportProblem.UNKNOWN_FIELD.uri(), StopReason.FIELD_GONE);

    private final StopReason reason;
    private final String detail;

    private Hold(StopReason reason, String detail) {
        this.reason = reason;
        this.detail = detail;
    }

    /** Empty when what was thrown is something else. */
    static Optional<Hold> of(RuntimeException thrown) {
        return switch (thrown) {
            case StopRunException stop
            when stop.reason().kind() == StopReason.Kind.SKIPPED ->
                Optional.of(new Hold(stop.reason(), stop.getMessage()));
            case HttpProblem problem ->
                Optional.ofNullable(PROBLEMS.get(problem.getType()))
                        .map(reason -> new Hold(reason, problem.getDetail()));
            default -> Optional.empty();
        };
    }

    StopReason reason() {
        return reason;
    }

    /** @param optedOut people who opted out and were taken off all the same */
    StopRunException stop(long optedOut) {
        return new StopRunException(
                reason,
                optedOut == 0
                        ? detail
                        : String.format(
                                Locale.ROOT, "%s Taken off all the same: %,d who opted out.", detail, optedOut));
    }
}
