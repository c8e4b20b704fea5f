package insights.segment.file.ndjson;

import insights.segment.field.FieldRole;
import insights.segment.file.column.Column;
import insights.segment.file.csv.RepackedLine;
import insights.segment.file.csv.ShiftedCell;
import insights.segment.file.row.Row;
import insights.segment.file.text.CellText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A line of CSV among objects, as of two exports put together. Nothing says what its cells are, so for opt-outs only: whoever begins
 * the line opts out if any of its cells plainly says yes.
 */
final class ForeignLine {

    private ForeignLine() {}

    /** The line as a row of the columns that lines before it had; none where it is no such line. */
    static List<Row> rows(String line, long lineNumber, Collection<List<Column>> known) {
        if (line.indexOf('{') >= 0 || line.indexOf('}') >= 0) {
            return List.of();
        }
        List<String> cells = RepackedLine.cells(List.of(line), ',', 0).stream()
                .map(CellText::of)
                .filter(cell -> !cell.isEmpty())
                .toList();
        if (cells.size() < 2) {
            return List.of();
        }
        List<Column> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        known.stream().flatMap(List::stream).distinct().forEach(column -> {
            if (column.isId() || column.role() == FieldRole.OPT_OUT || column.role() == FieldRole.EMAIL) {
                columns.add(column);
                values.add(column.isId() ? cells.getFirst() : new ShiftedCell(cells));
            }
        });
        return List.of(new Row(lineNumber, columns.toArray(Column[]::new), values.toArray(), List.of()));
    }
}
