package insights.segment.file.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import insights.common.text.CleanText;
import insights.segment.file.column.Column;
import insights.segment.file.column.ColumnMapping;
import insights.segment.file.column.HeaderNames;
import insights.segment.file.column.Layout;
import insights.segment.file.column.Words;
import insights.segment.file.row.ImportRejection;
import insights.segment.file.row.ImportRejection.Reason;
import insights.segment.file.row.LineRead;
import insights.segment.file.row.LineReader;
import insights.segment.file.row.RejectedLine;
import insights.segment.file.row.Remark;
import insights.segment.file.row.Row;
import insights.segment.file.text.FileText;
import insights.segment.file.text.GuessedCharset;
import insights.segment.file.text.UnusableFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CSV as spreadsheets and databases write it. */
public final class CsvLineReader implements LineReader {

    private static final char END_OF_FILE = '\u001a';

    private final FileText text;
    private final CsvText csv;
    private final Layout layout;
    private final Words words;
    private final boolean mayHoldLines;
    private final SwallowedLines swallowed;
    private final BrokenLine broken;
    private final long[] nameless;
    private boolean lastIsShort;
    private boolean lastIsBlank;
    private long lines;

    private CsvLineReader(FileText text, CsvText csv, Layout layout, ColumnMapping mapping) {
        this.text = text;
        this.csv = csv;
        this.layout = layout;
        this.words = mapping.words();
        this.mayHoldLines = mapping.linesInCells();
        this.swallowed = new SwallowedLines(csv.separator(), layout);
        this.broken = new BrokenLine(csv, layout);
        this.nameless = new long[layout.names().size()];
    }

    /**
     * Begins to read.
     *
     * @param separator null to find out
     * @param skipLines before the header
     */
    public static CsvLineReader open(FileText text, ColumnMapping mapping, Character separator, int skipLines)
            throws IOException {
        CsvText csv = CsvText.open(text, separator, skipLines, mapping.idColumn());
        CsvRecord header = csv.next();
        while (header != null && isBlank(header)) {
            header = csv.next();
        }
        if (header == null) {
            throw new UnusableFile("The file is empty: its first line must name the columns.");
        }
        List<String> names = HeaderNames.clean(header.getFields());
        if (!mapping.linesInCells()) {
            refuseLines(
                    SwallowedLines.placeInHeader(header.getFields(), csv.separator()), List.of(), csv.lineOf(header));
        }
        return new CsvLineReader(text, csv, mapping.ofHeader(names, csv.lineOf(header), csv.separator()), mapping);
    }

    @Override
    public LineRead next() throws IOException {
        CsvRecord line = broken.next();
        while (line != null && isBlank(line)) {
            lastIsBlank = true;
            line = broken.next();
        }
        if (line == null) {
            return null;
        }
        lastIsBlank = false;
        lines++;
        if (!mayHoldLines) {
            refuseLines(swallowed.placeIn(line.getFields()), layout.names(), csv.lineOf(line));
        }
        lastIsShort = line.getFieldCount() < layout.width();
        boolean packed = lastIsShort
                || RepackedLine.isOne(line.getFields(), layout.names().size());
        if (packed || hasMore(line)) {
            return wrongCount(line, packed);
        }
        return row(line);
    }

    private static void refuseLines(int place, List<String> names, long line) {
        if (place >= 0) {
            throw new UnusableFile(
                    "A cell of line %d (column %s) holds line breaks, and around them what looks like lines of this file: look whether a quote opens there by mistake. If it is meant so, send the file with confirm=LINES_IN_CELLS."
                            .formatted(
                                    line,
                                    place < names.size() && !names.get(place).isEmpty()
                                            ? "\"%s\"".formatted(names.get(place))
                                            : "#" + (place + 1)));
        }
    }

    private LineRead row(CsvRecord line) {
        String id = CsvCell.of(csv.cell(line.getField(layout.id())));
        if (id.equals(layout.names().get(layout.id())) && isHeader(line)) {
            return rejected(
                    line,
                    Reason.REPEATED_HEADER,
                    "the names of the columns again",
                    List.of(shifted(csv.lineOf(line), line.getFields())));
        }
        Column[] columns = layout.columns();
        Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            String value = CsvCell.of(csv.cell(line.getField(layout.places()[i])));
            values[i] = value.isEmpty() || words.isMissing(value) ? null : value;
        }
        countNameless(line);
        return new Row(csv.lineOf(line), columns, values, List.of());
    }

    private boolean isHeader(CsvRecord line) {
        return HeaderNames.clean(line.getFields())
                .subList(0, layout.width())
                .equals(layout.names().subList(0, layout.width()));
    }

    /** @param packed whether cells may lie in others */
    private RejectedLine wrongCount(CsvRecord line, boolean packed) {
        List<Row> read = new ArrayList<>();
        if (!broken.isRestOfAnother(line)) {
            read.add(shifted(csv.lineOf(line), line.getFields()));
        }
        List<String> whole = broken.wholeOf(line);
        if (!whole.isEmpty()) {
            read.add(shifted(csv.lineOf(line), whole));
        }
        if (packed && !read.isEmpty()) {
            List<String> there =
                    line.getFields().stream().filter(cell -> !cell.isBlank()).toList();
            List<String> cells =
                    RepackedLine.cells(there, csv.separator(), layout.names().size());
            if (cells.size() > there.size()) {
                read.add(shifted(csv.lineOf(line), cells));
            }
        }
        return rejected(
                line,
                Reason.WRONG_COLUMN_COUNT,
                "%d cells instead of %d"
                        .formatted(line.getFieldCount(), layout.names().size()),
                read);
    }

    private RejectedLine rejected(CsvRecord line, Reason reason, String detail, List<Row> read) {
        return new RejectedLine(ImportRejection.ofLine(csv.lineOf(line), reason, detail), read);
    }

    /** The id counts where it should be; all else may have moved. */
    private Row shifted(long line, List<String> cells) {
        Column[] columns = layout.columns();
        Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            int place = layout.places()[i];
            if (!columns[i].isId()) {
                values[i] = ShiftedCell.at(place, cells, layout.names().size());
            } else if (place < cells.size()) {
                values[i] = CsvCell.of(cells.get(place));
            }
        }
        return new Row(line, columns, values, List.of());
    }

    /** Cells beyond the header count when there is something in them. */
    private boolean hasMore(CsvRecord line) {
        for (int i = layout.names().size(); i < line.getFieldCount(); i++) {
            if (!isBlank(line.getField(i))) {
                return true;
            }
        }
        return false;
    }

    private void countNameless(CsvRecord line) {
        for (int i = 0; i < nameless.length; i++) {
            if (layout.names().get(i).isEmpty() && i < line.getFieldCount() && !isBlank(line.getField(i))) {
                nameless[i]++;
            }
        }
    }

    private static boolean isBlank(CsvRecord line) {
        for (int i = 0; i < line.getFieldCount(); i++) {
            if (!isBlank(line.getField(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(String cell) {
        return cell.isEmpty()
                || (cell.charAt(0) <= ' ' || cell.charAt(0) > '~')
                        && (CleanText.of(cell).isEmpty() || cell.chars().allMatch(CsvLineReader::endsFiles));
    }

    /** Old programs fill up the last block of a file, or end it, with what is none of its values. */
    private static boolean endsFiles(int character) {
        return character == 0 || character == END_OF_FILE || Character.isWhitespace(character);
    }

    @Override
    public Charset charset() {
        return text.charset();
    }

    @Override
    public Optional<GuessedCharset> guessedCharset() {
        return text.guessed();
    }

    @Override
    public Character separator() {
        return csv.separator();
    }

    @Override
    public byte[] digest() {
        return text.digest();
    }

    @Override
    public boolean isCut() {
        return lastIsShort && !lastIsBlank && !csv.endedWithLineBreak();
    }

    /** Of one line alone nobody knows whether it would have ended so. */
    @Override
    public boolean mayBeCut() {
        return lines > 1 && !lastIsShort && !lastIsBlank && csv.mayGoOn();
    }

    @Override
    public List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        for (int i = 0; i < nameless.length; i++) {
            if (nameless[i] > 0 && !isRead(i)) {
                remarks.add(new Remark(
                        Remark.Code.COLUMN_LEFT_OUT,
                        "#" + (i + 1),
                        "column %d has no name and was left out, though %,d lines have something there: map=#%d=field takes it"
                                .formatted(i + 1, nameless[i], i + 1)));
            }
        }
        for (Column column : layout.columns()) {
            if (column.name().indexOf(',') >= 0 && column.field().equals(HeaderNames.field(column.name()))) {
                remarks.add(new Remark(
                        Remark.Code.FIELD_RENAMED,
                        column.name(),
                        "fills the field \"%s\", because names of fields have no comma".formatted(column.field())));
            }
        }
        return remarks;
    }

    private boolean isRead(int place) {
        for (int read : layout.places()) {
            if (read == place) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
