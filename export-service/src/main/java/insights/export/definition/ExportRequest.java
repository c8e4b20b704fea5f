package insights.export.definition;

import insights.common.name.DisplayName;
import insights.export.destination.AudienceMode;
import insights.export.matching.FieldMatch;
import insights.export.schedule.Schedule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a contributor decides about an export.
 *
 * @param optOutField a field of the role OPT_OUT that the export relies on: without it no run sends anybody. Nobody who opted out is
 *     sent by an export that names none either
 * @param audienceMode what the connection type names first when left out: LIST for Autopilot, TAG for Ortto
 * @param notifyHooks whether the destination tells the hooks that listen there (`contact_added`, `contact_updated`) of every
 *     contact that is created or updated; not, when it is left out, for there may be 100,000 of them
 * @param clearEmptied whether a value that this export delivered, and that is empty now, is emptied at the destination too; not, when it
 *     is left out: then it stays there as it was
 * @param schedule with every refresh of the platform when it is left out
 */
@Schema(examples = """
        {
          "displayName": "Italian customers",
          "connectionId": "01997f0f-6b6a-7c62-9d11-4d2ab5a7c1d0",
          "segmentIds": ["01997f10-02f1-7a40-8f0c-0b7a5c0d9e11"],
          "dataMatching": [
            {"target": "Email", "field": "email"},
            {"target": "FirstName", "field": "first_name"},
            {"target": "integer--Loyalty--Points", "field": "points"}
          ],
          "schedule": {"kind": "DAILY", "times": ["06:30"], "timeZone": "Europe/Rome"}
        }""")
public record ExportRequest(
        @NotNull
        @Pattern(regexp = DisplayName.WHOLE, message = DisplayName.WHOLE_MESSAGE)
        @Schema(maxLength = DisplayName.MAX_LENGTH)
        String displayName,

        @NotNull UUID connectionId,
        @NotEmpty @Size(max = 100) List<@NotNull UUID> segmentIds,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid FieldMatch> dataMatching,
        @Size(min = 1, max = 200) String optOutField,
        AudienceMode audienceMode,
        Boolean notifyHooks,
        Boolean clearEmptied,
        @Valid Schedule schedule) {

    public ExportRequest {
        displayName = DisplayName.normalized(displayName);
    }

    boolean hooksAreNotified() {
        return Boolean.TRUE.equals(notifyHooks);
    }

    boolean emptiedAreCleared() {
        return Boolean.TRUE.equals(clearEmptied);
    }
}
