package insights.segment.file.survey;

import insights.segment.field.FieldRole;
import insights.segment.file.column.Column;
import insights.segment.file.row.NestedTexts;
import insights.segment.file.row.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Which columns hold addresses, whatever is known of their fields: ids that do are wanted as such if no other column has some. */
final class AddressEvidence {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final Map<Column, Count> counts = new LinkedHashMap<>();
    private Column[] lastColumns = {};
    private Count[] last = {};

    private static final class Count {

        private long values;
        private long addresses;

        private boolean areMost() {
            return addresses * 2 > values;
        }
    }

    void observe(Row row) {
        if (row.columns() != lastColumns) {
            lastColumns = row.columns();
            last = new Count[lastColumns.length];
            for (int i = 0; i < last.length; i++) {
                last[i] = counts.computeIfAbsent(lastColumns[i], unused -> new Count());
            }
        }
        for (int i = 0; i < last.length; i++) {
            Object value = row.values()[i];
            if (value != null && !(value instanceof NestedTexts)) {
                last[i].values++;
                last[i].addresses += value instanceof String text && looksLikeAddress(text) ? 1 : 0;
            }
        }
    }

    /**
     * Whether most values of this column are addresses, and no other one but the ids that it repeats is one of addresses and has them
     * in most lines. A second address, of the few who have one, is not by which they are reached, nor is that of whoever looks after
     * them.
     */
    boolean areOnlyIn(Column copyOfId) {
        Count copied = counts.get(copyOfId);
        return copied != null
                && copied.areMost()
                && counts.entrySet().stream()
                        .noneMatch(entry -> entry.getKey() != copyOfId
                                && !entry.getKey().isId()
                                && entry.getKey().role() == FieldRole.EMAIL
                                && entry.getValue().areMost()
                                && entry.getValue().addresses * 2 > copied.addresses);
    }

    /** Whether most values of this column are addresses. */
    boolean areMostOf(Column column) {
        Count seen = counts.get(column);
        return seen != null && seen.areMost();
    }

    private static boolean looksLikeAddress(String text) {
        return text.indexOf('@') > 0
                && !text.contains("**")
                && ADDRESS.matcher(text).matches();
    }
}
