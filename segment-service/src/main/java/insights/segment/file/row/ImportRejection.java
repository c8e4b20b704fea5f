package insights.segment.file.row;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line that was not imported, or a value of a line that otherwise was.
 *
 * @param line in the file, the first being 1
 * @param field whose value was left out; absent when the whole line was
 * @param detail what is wrong; never what the line says
 */
public record ImportRejection(
        long line,
        String field,
        @NotNull Reason reason,
        @NotNull String detail) {

    /** Of a whole line. */
    public static ImportRejection ofLine(long line, Reason reason, String detail) {
        return new ImportRejection(line, null, reason, detail);
    }

    /** Why a line, or a value, was not imported. */
    @Schema(name = "ImportRejectionReason")
    public enum Reason {
        MISSING_ID,
        INVALID_ID,
        /** A later line has the same id. */
        DUPLICATE_ID,
        /** A value that is not of the type of its field. */
        WRONG_TYPE,
        WRONG_COLUMN_COUNT,
        /** The header again. */
        REPEATED_HEADER,
        /** A value that is no text. */
        INVALID_TEXT,
        INVALID_FIELD,
        UNREADABLE_LINE,
        /** A value that is a list or an object. */
        NOT_FLAT,
        /** The profile was erased, and is not brought back. */
        ERASED
    }
}
