package insights.segment.file.column;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the columns stand in a line of CSV.
 *
 * @param names of all columns of the header; empty where there is none
 * @param columns those that are read
 * @param places where each of them stands, from 0
 * @param width how many cells a line has at least: up to the last column with a name
 */
public record Layout(List<String> names, Column[] columns, int[] places, int width) {

    /** The place of the id. */
    public int id() {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].isId()) {
                return places[i];
            }
        }
        throw new IllegalStateException("a header without the column of ids");
    }

    /** Takes the columns one after the other. */
    static final class Builder {

        private final List<String> names;
        private final List<Column> columns = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();

        Builder(List<String> names) {
            this.names = names;
        }

        void add(Column column, int place) {
            columns.add(column);
            places.add(place);
        }

        Layout build() {
            int width = names.size();
            while (width > 0 && names.get(width - 1).isEmpty()) {
                width--;
            }
            return new Layout(
                    names,
                    columns.toArray(Column[]::new),
                    places.stream().mapToInt(Integer::intValue).toArray(),
                    width);
        }
    }
}
