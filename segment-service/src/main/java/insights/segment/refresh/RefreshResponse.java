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
 * @param segments what it found; absent until it is successful
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
        List<RefreshedSegment> segments) {

    static RefreshResponse from(RefreshEntity entity, List<RefreshedSegment> segments) {
        return new RefreshResponse(
                entity.id,
                entity.status,
                entity.requestedAt,
                entity.trigger,
                entity.requestedBy,
                entity.startedAt,
                entity.finishedAt,
                entity.detail,
                entity.status == RefreshStatus.SUCCESSFUL ? segments : null);
    }
}
