package insights.export.overview;

import insights.common.security.Person;
import insights.export.audience.AudienceName;
import insights.export.definition.Export;
import insights.export.destination.AudienceMode;
import insights.export.matching.FieldMatch;
import insights.export.schedule.ScheduleResponse;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An export as people see it.
 *
 * @param connectionId left out while it is detached
 * @param connection the same with what people know it by
 * @param schedule when it runs by itself, with the next times
 * @param audiences what stands for its segments at the destination, once a run has used it. Left out in lists
 * @param lastRun left out before the first
 * @param warnings what may be a mistake, in words: fields that another export of the connection fills differently. Left out in lists
 * @param permissions what the caller may do with it; of one that is being removed only that
 */
@Schema(name = "Export")
public record ExportResponse(
        @NotNull UUID id,
        @NotNull String displayName,
        UUID connectionId,
        ExportConnection connection,
        @NotNull List<UUID> segmentIds,
        @NotNull List<FieldMatch> dataMatching,
        String optOutField,
        @NotNull AudienceMode audienceMode,
        List<AudienceName> audiences,
        boolean notifyHooks,
        boolean clearEmptied,
        boolean removing,
        @NotNull ScheduleResponse schedule,
        LastRun lastRun,
        @NotNull List<ExportPermission> permissions,
        long version,
        @NotNull Instant createdAt,
        @NotNull Person createdBy,
        @NotNull Instant updatedAt,
        @NotNull Person updatedBy,
        List<String> warnings) {

    /** @param now from when on to tell the next times */
    static ExportResponse of(
            Export export,
            ExportConnection connection,
            LastRun lastRun,
            List<ExportPermission> permissions,
            Instant now) {
        return new ExportResponse(
                export.id(),
                export.displayName(),
                export.connectionId(),
                connection,
                export.segmentIds(),
                export.dataMatching(),
                export.optOutField(),
                export.audienceMode(),
                null,
                export.notifyHooks(),
                export.clearEmptied(),
                export.removing(),
                ScheduleResponse.of(export.schedule(), export.connectionId() != null && !export.removing(), now),
                lastRun,
                permissions,
                export.version(),
                export.createdAt(),
                export.createdBy(),
                export.updatedAt(),
                export.updatedBy(),
                null);
    }

    /** With what is told of one alone. */
    ExportResponse whole(List<AudienceName> there, List<String> of) {
        return new ExportResponse(
                id,
                displayName,
                connectionId,
                connection,
                segmentIds,
                dataMatching,
                optOutField,
                audienceMode,
                there,
                notifyHooks,
                clearEmptied,
                removing,
                schedule,
                lastRun,
                permissions,
                version,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy,
                of);
    }
}
