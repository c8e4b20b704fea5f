package insights.platform.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of a text and a number, for people. */
public final class Table {

    private record Row(String text, Long number) {}

    private final List<Row> rows = new ArrayList<>();

    /** A heading over the rows that follow. */
    public Table heading(String text) {
        rows.add(new Row(text, null));
        return this;
    }

    /** A text and its number. */
    public Table row(String text, long number) {
        rows.add(new Row("  " + text, number));
        return this;
    }

    /** The rows, with the numbers below each other. */
    public List<String> lines() {
        int width = rows.stream().mapToInt(row -> row.text.length()).max().orElse(1);
        return rows.stream()
                .map(row -> row.number == null
                        ? "  " + row.text
                        : String.format(Locale.ROOT, "  %-" + width + "s %,8d", row.text, row.number))
                .toList();
    }
}
