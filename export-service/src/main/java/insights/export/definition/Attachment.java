package insights.export.definition;

import insights.export.destination.AudienceMode;
import insights.export.matching.FieldMatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Names the connection that an export is to use.
 *
 * @param dataMatching the one that it has from then on; when left out it stays, or, at a connection of another type, each target
 *     is exchanged for the one that means the same there
 * @param audienceMode when left out it stays, or is the first that there is
 */
@Schema(examples = """
        {"connectionId": "01997f0f-6b6a-7c62-9d11-4d2ab5a7c1d0"}""")
public record Attachment(
        @NotNull UUID connectionId,
        @Size(min = 1, max = 200) List<@NotNull @Valid FieldMatch> dataMatching,
        AudienceMode audienceMode) {}
