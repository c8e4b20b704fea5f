package insights.segment.file;

import insights.segment.field.FieldRole;
import insights.segment.field.FieldType;
import insights.segment.file.column.ColumnMapping;
import insights.segment.file.column.Columns;
import insights.segment.file.column.Words;
import insights.segment.file.value.Notation;
import java.util.Map;

/**
 * What whoever sends a file says about it.
 *
 * @param idColumn name of the column with the profile's id
 * @param renamed fields by the names of columns, or by places like {@code #4}; an empty field leaves the column out
 * @param roles what columns are for, by their names, or in CSV by places like {@code #4}
 * @param types of columns, by their names
 * @param words for missing, true and false
 * @param notation as far as it was said
 * @param widen whether fields that are there may become text
 * @param linesInCells whether cells may hold what looks like lines of the file
 */
public record FileOptions(
        String idColumn,
        Map<String, String> renamed,
        Map<String, FieldRole> roles,
        Map<String, FieldType> types,
        Words words,
        Notation notation,
        boolean widen,
        boolean linesInCells) {

    ColumnMapping mapping(Columns columns) {
        return new ColumnMapping(columns, idColumn, renamed, roles, types.keySet(), words, linesInCells);
    }
}
