package insights.segment.announcement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What export-service hears of a finished refresh.
 *
 * @param startedAt absent when it never began
 * @param outcome SUCCESSFUL or FAILED
 * @param segments those included that could not be computed; none when it failed
 */
@RegisterForReflection
public record RefreshCompleted(
        UUID refreshId, Instant startedAt, Instant finishedAt, String outcome, List<Segment> segments) {

    /**
     * How a segment came out of it.
     *
     * @param size null when it could not be computed: exports that send it are set off, and tell people why they cannot run
     */
    @RegisterForReflection
    public record Segment(UUID id, long version, Long size) {}
}
