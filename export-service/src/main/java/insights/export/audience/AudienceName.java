package insights.export.audience;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What stands for a segment at a destination.
 *
 * @param name of the list, the tag, or the field, by the export's audience mode. It is kept when the segment is renamed, and is another one
 *     than the segment's when somebody else had that there
 */
@Schema(name = "Audience")
public record AudienceName(@NotNull UUID segmentId, @NotNull String name) {}
