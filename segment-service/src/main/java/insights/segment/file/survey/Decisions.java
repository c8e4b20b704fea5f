package insights.segment.file.survey;

import insights.segment.field.FieldType;
import insights.segment.file.column.Column;
import insights.segment.file.column.Columns;
import insights.segment.file.row.Remark;
import insights.segment.file.row.Row;
import insights.segment.file.value.Notation;
import java.util.List;
import java.util.Map;

/**
 * How a file is read, as far as the file itself decides it.
 *
 * @param notation of which nothing is unknown but the zone
 * @param types by field, of those fields that have none yet
 * @param idFillsField whether the ids are wanted as values of a field, too
 * @param open whether more lines of the file may decide otherwise
 * @param remarks about the decisions
 */
public record Decisions(
        Notation notation, Map<String, FieldType> types, boolean idFillsField, boolean open, List<Remark> remarks) {

    /** Gives the columns the types that were decided. */
    public void applyTo(Columns columns) {
        columns.fillByIds(idFillsField);
        columns.filling().forEach(this::apply);
    }

    /** The same for the columns of a line, which may be the first that has them. */
    public void applyTo(Row row) {
        for (Column column : row.columns()) {
            if (column.type() == null && !column.isLeftOut()) {
                apply(column);
            }
        }
    }

    private void apply(Column column) {
        FieldType type = types.get(column.field());
        if (column.isGuessed() && type != null) {
            column.type(type, Column.Origin.GUESS);
        }
    }
}
