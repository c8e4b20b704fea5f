package insights.destination.connection;

import insights.destination.type.ConnectionType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that those who only use a connection see of it.
 *
 * @param missing what it lacks before a run can start; empty: nothing
 * @param permissions what the caller may do with it
 */
@RegisterForReflection
public record ConnectionSummary(
        @NotNull UUID id,
        @NotNull ConnectionType type,
        @NotNull String displayName,
        @NotNull ConnectionStatus status,

        @NotNull @Schema(description = "What it lacks before a run can start; empty: nothing")
        List<MissingPart> missing,

        @NotNull @Schema(description = "What the caller may do with it")
        List<ConnectionPermission> permissions)
        implements ConnectionView {

    static ConnectionSummary from(
            ConnectionEntity row, List<MissingPart> missing, List<ConnectionPermission> permissions) {
        return new ConnectionSummary(row.id, row.type, row.displayName, row.status, missing, permissions);
    }
}
