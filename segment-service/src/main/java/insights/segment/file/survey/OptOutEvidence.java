package insights.segment.file.survey;

import insights.segment.field.OptOutState;
import insights.segment.file.column.Column;
import insights.segment.file.row.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which columns say of somebody in so many words that they opted out, whatever the columns are called. */
final class OptOutEvidence {

    private final Map<Column, Long> lines = new LinkedHashMap<>();

    void observe(Row row) {
        for (int i = 0; i < row.columns().length; i++) {
            if (row.values()[i] instanceof String text && row.columns()[i].role() == null && OptOutState.isOne(text)) {
                lines.putIfAbsent(row.columns()[i], row.line());
            }
        }
    }

    /** Columns with the first line that says so. */
    Map<Column, Long> lines() {
        return lines;
    }
}
