package insights.segment.file.column;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds what stands between the cells of CSV: that by which the header and the lines after it have as many cells. */
public final class Separator {

    /** In the order in which they are preferred. */
    public static final List<Character> KNOWN = List.of(',', ';', '\t', '|');

    private static final int LINES = 100;

    private Separator() {}

    /**
     * @param beginning of the file, from its header on
     * @param whole whether it is all of the file
     * @param idColumn name of a column that should be there
     */
    public static char guess(String beginning, boolean whole, String idColumn) {
        char best = ',';
        double most = 0;
        for (char candidate : KNOWN) {
            double score = score(lines(beginning, whole, candidate), idColumn);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    /** For people. */
    static String name(char separator) {
        return switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "vertical bars";
            default -> "\"" + separator + "\"";
        };
    }

    /** Whether the column is there counts most, then how many lines agree with the header, then how many columns it has. */
    private static double score(List<List<String>> lines, String idColumn) {
        if (lines.isEmpty() || lines.getFirst().size() < 2) {
            return 0;
        }
        List<String> header = HeaderNames.clean(lines.getFirst());
        long agreeing =
                lines.stream().filter(line -> line.size() == header.size()).count();
        return (header.contains(idColumn) ? 1000 : 0)
                + 100.0 * agreeing / lines.size()
                + Math.min(header.size(), Columns.MAX_COLUMNS) / 1000.0;
    }

    private static List<List<String>> lines(String text, boolean whole, char separator) {
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .ofCsvRecord(text);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            while (lines.size() < LINES && records.hasNext()) {
                lines.add(records.next().getFields());
            }
        } catch (CsvParseException | IOException e) {
            return List.of();
        }
        if (!whole && lines.size() < LINES && lines.size() > 1) {
            lines.removeLast();
        }
        return lines;
    }
}
