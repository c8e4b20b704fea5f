package insights.segment.exports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import insights.common.problem.Use;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * An export that sends segments, as export-service tells.
 *
 * @param segmentIds those of the asked ones that it sends
 * @param connection where to; null while it has none
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record SendingExport(UUID id, String displayName, List<UUID> segmentIds, Target connection) {

    /** The connection that an export sends over. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Target(UUID id, String displayName, boolean sharedWithContributors) {}

    /** As one that uses a segment. */
    public Use use() {
        return new Use(Use.Kind.EXPORT, id, displayName, connection == null ? null : connection.displayName());
    }

    /** Whether contributors may work with it: as export-service has it, one without connection is everybody's. */
    public boolean isShared() {
        return connection == null || connection.sharedWithContributors();
    }
}
