package insights.segment.file.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import insights.segment.file.column.Separator;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A line with too few cells, because most of it lies in one of them: spreadsheets that do not know the separator of a file put
 * lines into quotes as a whole, and lines from another file are separated by something else.
 */
public final class RepackedLine {

    /** Longer is no line that was put into a cell. */
    private static final int MAX_TEXT = 100_000;

    private RepackedLine() {}

    /**
     * The cells that the line may have had: as many as there are columns, if any separator gives that, or else as many as any
     * gives; those that it has if none gives more.
     */
    public static List<String> cells(List<String> cells, char separator, int columns) {
        String text = String.join(String.valueOf(separator), cells);
        List<String> most = cells;
        if (text.length() > MAX_TEXT) {
            return most;
        }
        Set<Character> separators = new LinkedHashSet<>(List.of(separator));
        separators.addAll(Separator.KNOWN);
        for (char other : separators) {
            List<String> found = split(text, other);
            if (found.size() == columns) {
                return found;
            }
            most = found.size() > most.size() ? found : most;
        }
        return most;
    }

    /** Whether one cell has all of a line, and the others nothing. */
    static boolean isOne(List<String> cells, int columns) {
        String only = null;
        for (String cell : cells) {
            if (!cell.isBlank() && only != null) {
                return false;
            }
            only = cell.isBlank() ? only : cell;
        }
        String text = only;
        return text != null
                && columns > 2
                && Separator.KNOWN.stream()
                        .anyMatch(separator -> text.indexOf(separator) > 0
                                && split(text, separator).size() == columns);
    }

    private static List<String> split(String text, char separator) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(separator)
                        .allowExtraCharsAfterClosingQuote(true)
                        .ofCsvRecord(text);
                CloseableIterator<CsvRecord> lines = csv.iterator()) {
            return lines.hasNext() ? lines.next().getFields() : List.of();
        } catch (CsvParseException | IOException e) {
            return List.of();
        }
    }
}
