package insights.segment.refresh;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A refresh as people see it.
 *
 * @param startedAt when it took its snapshot; absent while it waits for its turn
 * @param detail why it failed
 * @param segments what it found; absent until it is successful
 */
public record RefreshResponse(
        UUID id,
        RefreshStatus status,
        Instant requestedAt,
        String requestedBy,
        Instant startedAt,
        Instant finishedAt,
        String detail,
        List<RefreshedSegment> segments) {

    static RefreshResponse from(RefreshEntity entity, List<RefreshedSegment> segments) {
        return new RefreshResponse(
                entity.id,
                entity.status,
                entity.requestedAt,
                entity.requestedBy,
                entity.startedAt,
                entity.finishedAt,
                entity.detail,
                entity.status == RefreshStatus.SUCCESSFUL ? segments : null);
    }
}
