package insights.export.use;

import insights.export.connection.Connection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * An export that sends segments, as segment-service needs it before somebody changes who is in them.
 *
 * @param segmentIds those of the asked ones that it sends
 * @param connection where to; null while it has none
 */
@RegisterForReflection
public record SendingExport(UUID id, String displayName, List<UUID> segmentIds, Target connection) {

    /** The connection that an export sends over. */
    @RegisterForReflection
    public record Target(UUID id, String displayName, boolean sharedWithContributors) {

        static Target of(Connection connection) {
            return new Target(connection.id(), connection.displayName(), connection.sharedWithContributors());
        }
    }
}
