package insights.segment.file.row;

import insights.segment.file.column.Column;
import java.util.List;

/**
 * A line as it was read, not yet fitted to the types of the fields.
 *
 * @param line in the file, the first being 1
 * @param columns those that are read; rows of the same columns share the array
 * @param values one for each column: text that is clean, a number or a truth value; null where there is none
 * @param rejections of values that can be read by no type
 */
public record Row(long line, Column[] columns, Object[] values, List<ImportRejection> rejections) implements LineRead {

    /** The id of the profile in its one form; empty when the line has none. */
    public String id() {
        return Ids.text(idValue());
    }

    /** The id as the line has it; null when it has none. */
    public Object idValue() {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].isId()) {
                return values[i];
            }
        }
        return null;
    }
}
