package insights.segment.imports;

import java.time.Instant;
import java.util.UUID;

/**
 * An import as people see it. Of the lines received, each is inserted, updated, unchanged or rejected.
 *
 * @param received lines so far, without the header
 * @param removed profiles that were not in the file, in mode replace
 * @param detail why it failed
 */
public record ImportResponse(
        UUID id,
        ImportStatus status,
        ImportMode mode,
        long received,
        long inserted,
        long updated,
        long unchanged,
        long removed,
        long rejected,
        Instant startedAt,
        String startedBy,
        Instant finishedAt,
        String detail) {

    static ImportResponse from(ProfileImportEntity entity) {
        return new ImportResponse(
                entity.id,
                entity.status,
                entity.mode,
                entity.received,
                entity.inserted,
                entity.updated,
                entity.unchanged,
                entity.removed,
                entity.rejected,
                entity.startedAt,
                entity.startedBy,
                entity.finishedAt,
                entity.detail);
    }
}
