package insights.export.sample;

import insights.export.destination.AudienceMode;
import insights.export.matching.FieldMatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An export that is not saved yet, as far as it matters for what a contact looks like.
 *
 * @param audienceMode what the connection type names first when left out
 * @param notifyHooks not, when left out
 */
@Schema(examples = """
        {
          "connectionId": "01997f0f-6b6a-7c62-9d11-4d2ab5a7c1d0",
          "segmentIds": ["01997f10-02f1-7a40-8f0c-0b7a5c0d9e11"],
          "dataMatching": [
            {"target": "Email", "field": "email"},
            {"target": "FirstName", "field": "first_name"},
            {"target": "integer--Loyalty--Points", "field": "points"}
          ]
        }""")
public record SampleRequest(
        @NotNull UUID connectionId,
        @NotEmpty @Size(max = 100) List<@NotNull UUID> segmentIds,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid FieldMatch> dataMatching,
        @Size(min = 1, max = 200) String optOutField,
        AudienceMode audienceMode,
        Boolean notifyHooks) {}
