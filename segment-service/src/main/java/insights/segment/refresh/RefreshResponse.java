package insights.segment.refresh;

import insights.common.security.Person;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A refresh as people see it.
 *
 * @param requestedBy absent when the schedule did
 * @param startedAt when it took its snapshot; absent while it waits for its turn
 * @param detail why it failed
 * @param segments what it found; absent until it has ended well
 * @param failures the segments that it could not compute, whose members stayed what they were; absent until it has ended well
 */
@Schema(name = "Refresh")
public record RefreshResponse(
        @NotNull UUID id,
        @NotNull RefreshStatus status,
        @NotNull Instant requestedAt,
        @NotNull RefreshTrigger trigger,
        Person requestedBy,
        Instant startedAt,
        Instant finishedAt,
        String detail,
        List<RefreshedSegment> segments,
        List<FailedSegment> failures) {

    static RefreshResponse from(RefreshEntity entity, RefreshResult result) {
        boolean well = entity.status == RefreshStatus.SUCCESSFUL;
        return new RefreshResponse(
                entity.id,
                entity.outcome == null ? entity.status : entity.outcome,
                entity.requestedAt,
                entity.trigger,
                entity.requestedBy,
                entity.startedAt,
                entity.finishedAt,
                entity.detail,
                well ? result.segments() : null,
                well ? result.failures() : null);
    }
}
