package insights.segment.imports;

import insights.segment.field.FieldRole;
import insights.segment.field.FieldType;
import insights.segment.file.row.ImportRejection;
import insights.segment.file.row.Remark;
import insights.segment.imports.guard.Question;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * What an import of a file would do. Nothing was changed.
 *
 * @param charset in which the file was read
 * @param separator between its cells; absent in NDJSON
 * @param received lines, without the header and blank ones
 * @param removed profiles that are not in the file, in mode replace
 * @param rejected lines that would not be imported
 * @param rejectedValues values that would be left out of lines that otherwise would be
 * @param optedOut how many more people would be opted out by what the file says
 * @param optOutsEnded opt-outs that lines plainly end
 * @param optOutsUnreadable values of opt-outs that are neither true nor false, and would count as opted out
 * @param rejections the first of them
 * @param questions what it would ask, with what confirms it
 */
public record ImportPreview(
        @NotNull String charset,
        String separator,
        long received,
        long inserted,
        long updated,
        long unchanged,
        long removed,
        long rejected,
        long rejectedValues,
        long optedOut,
        long optOutsEnded,
        long optOutsUnreadable,
        @NotNull List<PreviewedColumn> columns,
        @NotNull List<Remark> remarks,
        @NotNull List<ImportRejection> rejections,
        @NotNull List<Question> questions) {

    /**
     * A column of the file.
     *
     * @param name as the file calls it
     * @param field that it fills
     * @param newField whether no profile has the field yet
     * @param role what it is taken to be for
     * @param suggestedRole what it may be for by its name, and is not taken to be for
     * @param filled lines that have a value for it
     * @param samples some of its values, as they would be stored
     */
    public record PreviewedColumn(
            @NotNull String name,
            @NotNull String field,
            @NotNull FieldType type,
            boolean newField,
            FieldRole role,
            FieldRole suggestedRole,
            long filled,
            @NotNull List<Object> samples) {}
}
