package insights.export.definition;

import insights.common.security.Person;
import insights.export.destination.AudienceMode;
import insights.export.matching.FieldMatch;
import insights.export.schedule.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A wish: this audience, with these fields, at that connection.
 *
 * @param connectionId null while the export is detached: then it does not run
 * @param segmentIds whose members are exported; at least one
 * @param dataMatching which profile field fills which field at the destination
 * @param optOutField field of the role OPT_OUT without which it does not run; null when there is none
 * @param audienceMode how the destination shows who is in a segment
 * @param notifyHooks whether the destination tells the hooks that listen there of contacts which are created or updated
 * @param clearEmptied whether a value that was delivered and is empty now is emptied at the destination too
 * @param removing whether it is being removed: what it put at the destination is taken off first
 * @param schedule when it runs by itself, as long as it has a connection
 */
public record Export(
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
        Schedule schedule,
        long version,
        Instant createdAt,
        Person createdBy,
        Instant updatedAt,
        Person updatedBy) {}
