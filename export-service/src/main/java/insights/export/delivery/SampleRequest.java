package insights.export.delivery;

import insights.export.definition.AudienceMode;
import insights.export.matching.FieldMatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * An export that is not saved yet, as far as it matters for what a contact looks like.
 *
 * @param audienceMode LIST when left out
 * @param notifyHooks not, when left out
 */
public record SampleRequest(
        @NotNull UUID connectionId,
        @NotEmpty @Size(max = 100) List<@NotNull UUID> segmentIds,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid FieldMatch> dataMatching,
        @Size(min = 1, max = 200) String optOutField,
        AudienceMode audienceMode,
        Boolean notifyHooks) {}
