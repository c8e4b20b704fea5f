package insights.export.definition;

import insights.export.matching.FieldMatch;
import insights.export.schedule.ScheduleResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An export as people see it.
 *
 * @param warnings what may be a mistake, in words: fields that another export of the connection fills differently. Absent in lists
 */
@Schema(name = "Export")
public record ExportResponse(
        UUID id,
        String displayName,
        UUID connectionId,
        List<UUID> segmentIds,
        List<FieldMatch> dataMatching,
        String optOutField,
        AudienceMode audienceMode,
        boolean notifyHooks,
        boolean clearEmptied,
        boolean removing,
        ScheduleResponse schedule,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        List<String> warnings) {

    static ExportResponse from(Export export, List<String> warnings, Instant now) {
        return new ExportResponse(
                export.id(),
                export.displayName(),
                export.connectionId(),
                export.segmentIds(),
                export.dataMatching(),
                export.optOutField(),
                export.audienceMode(),
                export.notifyHooks(),
                export.clearEmptied(),
                export.removing(),
                ScheduleResponse.of(export.schedule(), export.connectionId() != null && !export.removing(), now),
                export.version(),
                export.createdAt(),
                export.createdBy(),
                export.updatedAt(),
                export.updatedBy(),
                warnings);
    }
}
