package insights.segment.definition;

import insights.segment.exports.SendingExport;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What uses a segment.
 *
 * @param connection the name of the connection that an export sends over; absent when it has none, or that was not asked
 */
@RegisterForReflection
public record SegmentUse(
        @NotNull Kind kind,
        @NotNull UUID id,
        @NotNull String displayName,

        @Schema(description = "The name of the connection that an export sends over")
        String connection) {

    /** Where it is: here, or in export-service. */
    public enum Kind {
        SEGMENT,
        EXPORT
    }

    static SegmentUse of(SendingExport export) {
        String connection =
                export.connection() == null ? null : export.connection().displayName();
        return new SegmentUse(Kind.EXPORT, export.id(), export.displayName(), connection);
    }
}
