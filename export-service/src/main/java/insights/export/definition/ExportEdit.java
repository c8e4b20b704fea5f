package insights.export.definition;

import insights.common.name.DisplayName;
import insights.export.destination.AudienceMode;
import insights.export.matching.FieldMatch;
import insights.export.schedule.Schedule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be edited of an export, by merge patch (RFC 7396): a member that is left out stays as it is. */
@RegisterForReflection
@Schema(examples = """
        {"displayName": "Italian customers, mornings", "schedule": {"kind": "SYSTEM_REFRESH"}}""")
public record ExportEdit(
        @NotNull
        @Pattern(regexp = DisplayName.WHOLE, message = DisplayName.WHOLE_MESSAGE)
        @Schema(maxLength = DisplayName.MAX_LENGTH)
        String displayName,

        @NotEmpty @Size(max = 100) List<@NotNull UUID> segmentIds,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid FieldMatch> dataMatching,
        @Size(min = 1, max = 200) String optOutField,
        @NotNull AudienceMode audienceMode,
        @NotNull Boolean notifyHooks,
        @NotNull Boolean clearEmptied,
        @Valid Schedule schedule) {

    public ExportEdit {
        displayName = DisplayName.normalized(displayName);
    }

    static ExportEdit from(Export export) {
        return from(export, export.schedule());
    }

    /** @param schedule in place of that of the export */
    static ExportEdit from(Export export, Schedule schedule) {
        return new ExportEdit(
                export.displayName(),
                export.segmentIds(),
                export.dataMatching(),
                export.optOutField(),
                export.audienceMode(),
                export.notifyHooks(),
                export.clearEmptied(),
                schedule);
    }
}
