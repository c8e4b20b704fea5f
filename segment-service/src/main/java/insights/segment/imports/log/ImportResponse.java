package insights.segment.imports.log;

import insights.common.security.Person;
import insights.segment.file.row.Remark;
import insights.segment.imports.guard.Question;
import insights.segment.imports.merge.GivenRole;
import insights.segment.imports.request.ImportMode;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An import as people see it. Of the lines received, each is inserted, updated, unchanged or rejected.
 *
 * @param receivedBytes of the file as it is sent, so far
 * @param received lines read so far, without the header and blank ones
 * @param removed profiles that were not in the file, in mode replace
 * @param rejectedValues values that were left out of lines that otherwise were imported
 * @param charset in which the file was read
 * @param separator between its cells; absent in NDJSON
 * @param remarks what whoever sent the file should know about how it was read
 * @param questions what it would do and did not, until the file is sent again with what confirms it
 * @param optedOut how many opt-outs there are more: lines count that were rejected for something else, too
 * @param optOutsEnded how many there are less, because the file plainly says so
 * @param optOutsUnreadable values of opt-outs that are neither true nor false; they count as opting out
 * @param roles what columns were taken to be for, by their names or by the parameters
 * @param detail why it failed
 */
public record ImportResponse(
        @NotNull UUID id,
        @NotNull ImportStatus status,
        @NotNull ImportMode mode,
        long receivedBytes,
        long received,
        long inserted,
        long updated,
        long unchanged,
        long removed,
        long rejected,
        long rejectedValues,
        String charset,
        String separator,
        @NotNull List<Remark> remarks,
        @NotNull List<Question> questions,
        long optedOut,
        long optOutsEnded,
        long optOutsUnreadable,
        @NotNull List<GivenRole> roles,
        @NotNull Instant requestedAt,
        @NotNull Person requestedBy,
        Instant finishedAt,
        String detail) {

    static ImportResponse from(ProfileImportEntity entity) {
        String subject = entity.startedBySubject == null ? entity.startedBy : entity.startedBySubject;
        return new ImportResponse(
                entity.id,
                entity.status,
                entity.mode,
                entity.receivedBytes,
                entity.received,
                entity.inserted,
                entity.updated,
                entity.unchanged,
                entity.removed,
                entity.rejected,
                entity.rejectedValues,
                entity.charset,
                entity.separator,
                entity.remarks,
                entity.questions,
                entity.optedOut,
                entity.optOutsEnded,
                entity.optOutsUnreadable,
                entity.roles,
                entity.startedAt,
                new Person(subject, entity.startedBy),
                entity.finishedAt,
                entity.detail);
    }
}
