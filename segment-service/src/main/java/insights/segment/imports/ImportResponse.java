package insights.segment.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An import as people see it. Of the lines received, each is inserted, updated, unchanged or rejected.
 *
 * @param received lines so far, without the header
 * @param removed profiles that were not in the file, in mode replace
 * @param optedOut how many opt-outs there are more: lines count that were rejected for something else, too
 * @param optOutsEnded how many there are less, because the file plainly says so
 * @param optOutsUnreadable values of opt-outs that are neither true nor false; they count as opting out
 * @param roles what columns were taken to be for, by their names or by the parameters
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
        long optedOut,
        long optOutsEnded,
        long optOutsUnreadable,
        List<GivenRole> roles,
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
                entity.optedOut,
                entity.optOutsEnded,
                entity.optOutsUnreadable,
                entity.roles,
                entity.startedAt,
                entity.startedBy,
                entity.finishedAt,
                entity.detail);
    }
}
