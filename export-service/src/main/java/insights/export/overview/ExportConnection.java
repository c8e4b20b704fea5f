package insights.export.overview;

import insights.export.connection.Connection;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The connection of an export, as everybody sees it who sees the export.
 *
 * @param displayName left out when destination-service does not answer and never said it
 * @param type the same
 */
public record ExportConnection(
        @NotNull UUID id,
        String displayName,
        String type,
        @NotNull Status status) {

    /** Whether it works. */
    @Schema(name = "ExportConnectionStatus")
    public enum Status {
        /** It lacks its key, or its consent. */
        DRAFT,
        CONNECTED,
        /** An administrator looks at it. */
        NEEDS_ATTENTION,
        CONSENT_WITHDRAWN,
        /** destination-service does not answer, or has no such connection. */
        UNKNOWN
    }

    static ExportConnection of(Connection connection) {
        return new ExportConnection(
                connection.id(), connection.displayName(), connection.type(), Status.valueOf(connection.status()));
    }

    /** @param before what was last known of it; null when nothing was */
    static ExportConnection unknown(UUID id, Connection before) {
        return before == null
                ? new ExportConnection(id, null, null, Status.UNKNOWN)
                : new ExportConnection(id, before.displayName(), before.type(), Status.UNKNOWN);
    }
}
