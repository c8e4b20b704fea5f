package insights.common.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What uses something, so that it cannot be changed or removed as if nobody did.
 *
 * @param connection the name of the connection that an export sends over; absent when it has none, or that was not asked
 */
@RegisterForReflection
public record Use(
        @NotNull Kind kind,
        @NotNull UUID id,
        @NotNull String displayName,

        @Schema(description = "The name of the connection that an export sends over")
        String connection) {

    /** What it is. */
    public enum Kind {
        SEGMENT,
        EXPORT
    }
}
