package insights.segment.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;

/** Reads CSV as spreadsheets write it: commas, semicolons or tabs, whichever the header has most of. */
final class CsvLineReader implements LineReader {

    private static final int MAX_HEADER = 64 * 1024;

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final Column[] columns;
    private final int idColumn;
    private long lastLine;

    CsvLineReader(Reader text, ColumnMapping mapping) throws IOException {
        BufferedReader buffered = new BufferedReader(new EndMarked(text), MAX_HEADER);
        csv = CsvReader.builder()
                .fieldSeparator(separator(buffered))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(buffered);
        records = csv.iterator();
        CsvRecord header = read();
        if (header == null) {
            throw new UnusableFile("The file is empty: its first line must name the columns.");
        }
        columns = mapping.ofHeader(header.getFields());
        idColumn = Arrays.asList(columns).indexOf(mapping.columns().id());
    }

    @Override
    public LineRead next() throws IOException {
        CsvRecord line = read();
        if (line == null) {
            return null;
        }
        if (line.getFieldCount() != columns.length) {
            Rejection rejection = new Rejection(
                    line.getStartingLineNumber(),
                    Rejection.Reason.WRONG_COLUMN_COUNT,
                    "%d columns instead of %d".formatted(line.getFieldCount(), columns.length));
            return new RejectedLine(rejection, shifted(line));
        }
        Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            String value = line.getField(i);
            values[i] = value.isEmpty() ? null : value;
        }
        return new Row(line.getStartingLineNumber(), columns, values);
    }

    /** The id counts where it should be; all else may have moved. */
    private Row shifted(CsvRecord line) {
        Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            if (i != idColumn) {
                values[i] = ShiftedCell.at(i, line.getFields(), columns.length);
            } else if (i < line.getFieldCount()) {
                values[i] = line.getField(i);
            }
        }
        return new Row(line.getStartingLineNumber(), columns, values);
    }

    private CsvRecord read() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord line = records.next();
            lastLine = line.getStartingLineNumber();
            String last = line.getField(line.getFieldCount() - 1);
            if (!last.endsWith(EndMarked.MARK)) {
                return line;
            }
            if (line.getFieldCount() == 1 && last.equals(EndMarked.MARK)) {
                return null;
            }
            throw new UnusableFile("A quote in line %d is never closed.".formatted(lastLine));
        } catch (CsvParseException e) {
            if (e.getCause() instanceof UnusableFile unusable) {
                throw unusable;
            }
            throw new UnusableFile(
                    "The file cannot be read as CSV after line %d: look whether a quote is not closed there."
                            .formatted(lastLine));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(MAX_HEADER);
        int[] counts = new int[128];
        boolean quoted = false;
        int c;
        for (int i = 0; i < MAX_HEADER - 1 && (c = text.read()) >= 0 && (quoted || c != '\n'); i++) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c < counts.length) {
                counts[c]++;
            }
        }
        text.reset();
        char most = counts[';'] > counts[','] ? ';' : ',';
        return counts['\t'] > counts[most] ? '\t' : most;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
