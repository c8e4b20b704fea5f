package insights.segment.file;

/**
 * A line as it was read, not yet fitted to the types of the fields.
 *
 * @param line in the file, the first being 1
 * @param values one for each column: text, a number or a truth value; null where there is none
 */
public record Row(long line, Column[] columns, Object[] values) implements LineRead {

    /** The id of the profile as the line has it; empty when it has none. */
    public String id() {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != null && columns[i].isId() && values[i] != null) {
                return values[i].toString().strip();
            }
        }
        return "";
    }
}
