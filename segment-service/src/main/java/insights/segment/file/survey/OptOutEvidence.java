package insights.segment.file.survey;

import insights.segment.field.Field;
import insights.segment.field.OptOutState;
import insights.segment.field.TruthWords;
import insights.segment.file.column.Column;
import insights.segment.file.row.Remark;
import insights.segment.file.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which columns say of somebody in so many words that they opted out, whatever the columns are called. All lines are looked at, not
 * only the first: those who opted out are often the last of a file that is in order.
 */
public final class OptOutEvidence {

    private final Map<Column, Long> lines = new LinkedHashMap<>();
    private Column[] lastColumns = {};
    private boolean[] looking = {};
    private boolean[] consents = {};

    /** Looks at a line, whose values are as the file has them. */
    public void observe(Row row) {
        if (row.columns() != lastColumns) {
            lastColumns = row.columns();
            looking = new boolean[lastColumns.length];
            consents = new boolean[lastColumns.length];
            for (int i = 0; i < looking.length; i++) {
                Column column = lastColumns[i];
                looking[i] = !column.isId() && column.role() == null && !lines.containsKey(column);
                consents[i] = column.role() == null
                        && column.firstSaid() == null
                        && (Field.mayBeConsent(column.field()) || Field.mayBeConsent(column.name()));
            }
        }
        for (int i = 0; i < looking.length; i++) {
            if (consents[i] && row.values()[i] != null) {
                lastColumns[i].firstSaid(new Column.Said(row.line(), truth(row.values()[i])));
                consents[i] = false;
            }
            if (looking[i] && row.values()[i] instanceof String text && OptOutState.isOne(text)) {
                lines.putIfAbsent(lastColumns[i], row.line());
                looking[i] = false;
            }
        }
    }

    /** The words are nobody's; what else is in the file is not to be repeated. */
    private static String truth(Object value) {
        String text = value.toString().strip();
        return text.length() <= TruthWords.LONGEST && TruthWords.read(text.toLowerCase(Locale.ROOT)) != null
                ? text
                : null;
    }

    /** A remark for each of them, but for those of whose names something is said already. */
    public List<Remark> remarks() {
        return lines.entrySet().stream()
                .filter(entry -> !Field.mayBeOptOut(entry.getKey().field())
                        && !Field.mayBeOptOut(entry.getKey().name()))
                .map(entry -> remark(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Remark remark(Column column, long line) {
        return new Remark(
                Remark.Code.MAY_BE_OPT_OUT,
                column.name(),
                "may say who opted out, by the word in line %d, and opts nobody out: optOut=%s with the words that mean it and those that do not, like true=unsubscribed and false=subscribed, says that it does (a file of another program, whose %s says something else, then needs map=%s=another name)"
                        .formatted(line, column.name(), column.name(), column.name()));
    }
}
