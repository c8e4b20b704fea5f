package insights.segment.file.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import insights.segment.file.column.Separator;
import insights.segment.file.text.EndMarked;
import insights.segment.file.text.UnreadableByte;
import insights.segment.file.text.UnusableFile;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of CSV (RFC 4180) cut into cells. Damage by quotes is an error that names the line: whatever is read after it
 * would be somebody else's.
 */
public final class CsvText implements Closeable {

    /** Longer cells are refused; a quote that is never closed makes one. */
    public static final int MAX_CELL = 2 * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;
    private static final Pattern JSON = Pattern.compile("\\s*(?:\\{\\s*\"|\\[\\s*\\{)");
    private static final Pattern STARTED = Pattern.compile("started in line (\\d+)");

    private final EndMarked text;
    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private final char separator;
    private final int skipped;
    private final boolean copy;
    private boolean ended;

    private CsvText(EndMarked text, Reader buffered, char separator, boolean padded, boolean copy, int skipped) {
        this.text = text;
        this.separator = separator;
        this.skipped = skipped;
        this.copy = copy;
        this.csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .trimWhitespacesAroundQuotes(padded)
                .maxBufferSize(MAX_CELL)
                .ofCsvRecord(buffered);
        this.records = csv.iterator();
    }

    /**
     * @param given separator; null to find out
     * @param skipLines before the header
     * @param idColumn name of a column that should be there
     */
    static CsvText open(Reader reader, Character given, int skipLines, String idColumn) throws IOException {
        EndMarked text = new EndMarked(reader);
        BufferedReader buffered = new BufferedReader(text, BUFFER);
        for (int i = 0; i < skipLines; i++) {
            if (!skipLine(buffered)) {
                throw new UnusableFile("The parameter skipLines leaves out all lines of the file.");
            }
        }
        Character named = SeparatorLine.skip(buffered);
        String sample = sample(buffered);
        if (JSON.matcher(sample).lookingAt()) {
            throw new UnusableFile(
                    "The file looks like JSON: send one object per line, with the Content-Type application/x-ndjson.");
        }
        Character known = given == null ? named : given;
        char separator = known == null ? guess(sample, idColumn) : known;
        int skipped = skipLines + (named == null ? 0 : 1);
        return new CsvText(
                text, buffered, separator, padsQuotes(sample, separator), CopyText.isOne(sample, separator), skipped);
    }

    /** Whether blanks stand between separators and quotes, which the first line shows; elsewhere a quote after a blank is text. */
    private static boolean padsQuotes(String sample, char separator) {
        String header =
                sample.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        String between = Pattern.quote(String.valueOf(separator));
        return separator != '\t'
                && Pattern.compile(between + " +\"|\" +" + between)
                        .matcher(header)
                        .find();
    }

    private static boolean skipLine(BufferedReader text) throws IOException {
        int c = text.read();
        while (c >= 0 && c != '\n' && c != '\r') {
            if (c == 0) {
                return false;
            }
            c = text.read();
        }
        if (c == '\r') {
            text.mark(1);
            if (text.read() != '\n') {
                text.reset();
            }
        }
        return c >= 0;
    }

    private static String sample(BufferedReader text) throws IOException {
        text.mark(BUFFER);
        char[] beginning = new char[BUFFER - 1];
        int length = fill(text, beginning);
        text.reset();
        return new String(beginning, 0, length);
    }

    private static int fill(BufferedReader text, char[] target) throws IOException {
        int length = 0;
        try {
            int read;
            while (length < target.length && (read = text.read(target, length, target.length - length)) > 0) {
                length += read;
            }
        } catch (UnreadableByte e) {
            // It comes again when the lines before it were read.
            return length;
        }
        return length;
    }

    private static char guess(String sample, String idColumn) {
        int end = sample.lastIndexOf("\n" + EndMarked.MARK);
        return Separator.guess(end < 0 ? sample : sample.substring(0, end), end >= 0, idColumn);
    }

    char separator() {
        return separator;
    }

    /** What a cell says, as the file is read; what is around it for spreadsheets is there still. */
    String cell(String cell) {
        return copy ? CopyText.cell(cell) : cell;
    }

    /** Whether the text ended with a line break. Known at its end. */
    boolean endedWithLineBreak() {
        return text.endedWithLineBreak();
    }

    /** Whether the text may have been cut inside its last cell. Known at its end. */
    boolean mayGoOn() {
        return text.mayGoOn();
    }

    /** The number of a line in the file. */
    long lineOf(CsvRecord line) {
        return line.getStartingLineNumber() + skipped;
    }

    /** The next line that is not empty, or null at the end. */
    CsvRecord next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord line = records.next();
            String last = line.getField(line.getFieldCount() - 1);
            if (!last.endsWith(EndMarked.MARK)) {
                return line;
            }
            ended = true;
            if (line.getFieldCount() == 1 && last.equals(EndMarked.MARK)) {
                return null;
            }
            throw new UnusableFile(
                    "A quote in line %d is never closed: double it, or take it away.".formatted(lineOf(line)));
        } catch (CsvParseException e) {
            throw explained(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private RuntimeException explained(CsvParseException e) {
        if (e.getCause() instanceof UnusableFile unusable) {
            return unusable;
        }
        Matcher started = STARTED.matcher(String.valueOf(e.getMessage()));
        long line = (started.find() ? Long.parseLong(started.group(1)) : 1) + skipped;
        String cause = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        if (cause.contains("closing quote")) {
            return new UnusableFile(
                    "Text stands after a closing quote in the line that begins as line %d, so a quote there is not meant as one, and what is between is not one cell: write quotes inside a cell twice (\"\"), and the cell in quotes, or take them away."
                            .formatted(line));
        }
        return new UnusableFile(
                "The line that begins as line %d has more than %,d characters in a cell, or too many cells: shorten it, or look whether a quote is not closed there."
                        .formatted(line, MAX_CELL));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
