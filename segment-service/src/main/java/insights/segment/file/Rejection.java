package insights.segment.file;

/**
 * A line that was not imported.
 *
 * @param line in the file, the first being 1
 * @param detail what is wrong; never what the line says
 */
public record Rejection(long line, Reason reason, String detail) {

    /** Why a line was not imported. */
    public enum Reason {
        MISSING_ID,
        INVALID_ID,
        /** A later line has the same id. */
        DUPLICATE_ID,
        WRONG_TYPE,
        WRONG_COLUMN_COUNT,
        INVALID_TEXT,
        INVALID_FIELD,
        UNREADABLE_LINE,
        NOT_FLAT,
        /** The profile was erased, and is not brought back. */
        ERASED
    }
}
