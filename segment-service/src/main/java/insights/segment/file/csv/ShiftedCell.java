package insights.segment.file.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * What may be in a column of a line with more or fewer cells than there are columns: nobody knows at which place one is
 * missing or too many.
 *
 * @param texts of all cells that may be it
 */
public record ShiftedCell(List<String> texts) {

    /** So many cells too many or missing are looked at: what is further off is another file. */
    private static final int MAX_SHIFT = 10;

    /** The cells that may belong to the column at this place. */
    static ShiftedCell at(int place, List<String> cells, int columns) {
        int shift = Math.min(Math.abs(cells.size() - columns), MAX_SHIFT);
        List<String> texts = new ArrayList<>();
        for (int i = Math.max(place - shift, 0); i <= place + shift && i < cells.size(); i++) {
            texts.add(CsvCell.of(cells.get(i)));
        }
        return new ShiftedCell(texts);
    }
}
