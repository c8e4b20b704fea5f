package insights.segment.imports;

import insights.segment.field.Field;
import insights.segment.field.FieldRole;
import insights.segment.file.Column;
import insights.segment.file.Columns;
import insights.segment.file.Remark;
import java.util.List;

/** Columns that may say who opted out, by their names, and are taken for attributes as others. */
final class OptOutNames {

    private OptOutNames() {}

    /** The role that a column may have and has not; null for none. */
    static FieldRole suggested(Column column) {
        if (column.role() != null) {
            return null;
        }
        return Field.mayBeOptOut(column.field()) || Field.mayBeOptOut(column.name()) ? FieldRole.OPT_OUT : null;
    }

    /** What is to be said about them. */
    static List<Remark> remarks(Columns columns) {
        return columns.filling().stream()
                .filter(column -> suggested(column) != null)
                .map(column -> new Remark(
                        Remark.Code.MAY_BE_OPT_OUT,
                        column.name(),
                        "may say who opted out, by its name, and opts nobody out: optOut=%s says that it does"
                                .formatted(column.name())))
                .toList();
    }
}
