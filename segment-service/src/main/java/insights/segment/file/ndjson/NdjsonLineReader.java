package insights.segment.file.ndjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import insights.common.text.CleanText;
import insights.segment.field.FieldRole;
import insights.segment.file.column.Column;
import insights.segment.file.column.ColumnMapping;
import insights.segment.file.column.HeaderNames;
import insights.segment.file.csv.CsvText;
import insights.segment.file.row.Ids;
import insights.segment.file.row.ImportRejection;
import insights.segment.file.row.ImportRejection.Reason;
import insights.segment.file.row.LineRead;
import insights.segment.file.row.LineReader;
import insights.segment.file.row.NestedTexts;
import insights.segment.file.row.RejectedLine;
import insights.segment.file.row.Remark;
import insights.segment.file.row.Row;
import insights.segment.file.text.CellText;
import insights.segment.file.text.EndMarked;
import insights.segment.file.text.FileText;
import insights.segment.file.text.GuessedCharset;
import insights.segment.file.text.UnusableFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads one JSON object per line. A line that is no such object is rejected; the others go through. A file without any is not
 * what its name says: JSON over several lines, or CSV.
 */
public final class NdjsonLineReader implements LineReader {

    private static final int MAX_LINE = CsvText.MAX_CELL;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final FileText text;
    private final EndMarked marked;
    private final BufferedReader lines;
    private final ColumnMapping mapping;
    private final Map<String, List<Column>> byName = new HashMap<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final List<ImportRejection> rejections = new ArrayList<>();
    private final BrokenObject broken = new BrokenObject();
    private final NestedMembers nested;
    private Column[] lastColumns = {};
    private long lineNumber;
    private boolean lastIsUnreadable;
    private boolean anyLine;
    private boolean anyObject;
    private boolean ended;

    public NdjsonLineReader(FileText text, ColumnMapping mapping) {
        this.text = text;
        this.marked = new EndMarked(text);
        this.lines = new BufferedReader(marked, 64 * 1024);
        this.mapping = mapping;
        this.nested = new NestedMembers(mapping);
    }

    @Override
    public LineRead next() throws IOException {
        String line;
        do {
            line = readLine();
        } while (line != null && CleanText.of(line).isEmpty());
        if (line == null) {
            if (anyLine && !anyObject) {
                throw new UnusableFile(
                        "No line of the file is a JSON object: write each object whole into one line; a file of"
                                + " columns is sent as text/csv.");
            }
            mapping.refuseOptOutsOfNobody(byName.keySet());
            return null;
        }
        anyLine = true;
        columns.clear();
        values.clear();
        rejections.clear();
        lastIsUnreadable = false;
        try {
            String problem = parse(line);
            if (problem != null) {
                return unreadable(line, problem);
            }
            broken.end();
            return row(line);
        } catch (JsonProcessingException e) {
            lastIsUnreadable = true;
            return unreadable(line, "not a JSON object");
        }
    }

    /** Takes what the line has into columns and values, and tells why it cannot be taken. */
    private String parse(String line) throws IOException {
        try (JsonParser parser = JSON.createParser(line)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY && lineNumber == 1) {
                throw new UnusableFile(
                        "The file is a JSON array, or begins like one: write one object per line, without brackets"
                                + " around and commas between them.");
            }
            if (first != JsonToken.START_OBJECT) {
                return "not a JSON object";
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                member(parser);
            }
            JsonToken more = parser.nextToken();
            anyObject = true;
            return more == null ? null : "more than one JSON object";
        }
    }

    private void member(JsonParser parser) throws IOException {
        String name = HeaderNames.clean(parser.currentName());
        List<Column> found;
        try {
            found = byName.computeIfAbsent(name, mapping::of);
        } catch (UnusableFile e) {
            parser.nextToken();
            parser.skipChildren();
            rejections.add(new ImportRejection(lineNumber, "?", Reason.INVALID_FIELD, e.getMessage()));
            return;
        }
        JsonToken token = parser.nextToken();
        boolean flat = !token.isStructStart();
        Object value = flat ? value(parser, token) : nested.read(parser, name, lineNumber, isLookedAt(found));
        for (Column column : found) {
            columns.add(column);
            values.add(flat || !column.isId() ? value : null);
            if (!flat && !column.isId() && !column.isLeftOut()) {
                rejections.add(new ImportRejection(
                        lineNumber,
                        column.field(),
                        Reason.NOT_FLAT,
                        "a list or an object: give text, a number, true, false or null"));
            }
        }
    }

    /** Not what somebody left out, nor what opts out whoever has anything there. */
    private static boolean isLookedAt(List<Column> found) {
        return found.stream().anyMatch(column -> column.role() != FieldRole.OPT_OUT);
    }

    private LineRead row(String line) {
        if (isAboutNobody() && values.stream().anyMatch(NestedTexts.class::isInstance)) {
            return new RejectedLine(
                    ImportRejection.ofLine(
                            lineNumber,
                            Reason.MISSING_ID,
                            columns.stream().anyMatch(Column::isId)
                                    ? "the id is a list or an object: write it as text or as a number"
                                    : Ids.problem(null, "")),
                    readAgain(line));
        }
        if (!columns.equals(Arrays.asList(lastColumns))) {
            if (Set.copyOf(columns).size() < columns.size()) {
                return rejected(Reason.INVALID_FIELD, "two names fill one field: leave one of them out");
            }
            lastColumns = columns.toArray(Column[]::new);
        }
        return new Row(lineNumber, lastColumns, values.toArray(), List.copyOf(rejections));
    }

    private RejectedLine rejected(Reason reason, String detail) {
        return new RejectedLine(
                ImportRejection.ofLine(lineNumber, reason, detail),
                List.of(new Row(lineNumber, columns.toArray(Column[]::new), values.toArray(), List.of())));
    }

    /** Whom it is about and whether they opt out is read a second time, whatever is wrong with the rest. */
    private RejectedLine unreadable(String line, String detail) {
        return new RejectedLine(
                ImportRejection.ofLine(lineNumber, Reason.UNREADABLE_LINE, detail),
                Stream.concat(
                                readAgain(broken.with(line)).stream(),
                                ForeignLine.rows(line, lineNumber, byName.values()).stream())
                        .toList());
    }

    private List<Row> readAgain(String line) {
        return DamagedRows.of(line, lineNumber, this::aboutPeople, mapping.words());
    }

    private boolean isAboutNobody() {
        for (int i = 0; i < values.size(); i++) {
            if (columns.get(i).isId() && values.get(i) != null) {
                return false;
            }
        }
        return true;
    }

    private List<Column> aboutPeople(String text) {
        String name = HeaderNames.clean(text);
        if (!mapping.isAboutPeople(name)) {
            return List.of();
        }
        try {
            return byName.computeIfAbsent(name, mapping::of);
        } catch (UnusableFile e) {
            return List.of();
        }
    }

    private Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> {
                String clean = CellText.of(parser.getText());
                yield clean.isEmpty() || mapping.words().isMissing(clean) ? null : clean;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private String readLine() throws IOException {
        if (ended) {
            return null;
        }
        lineNumber++;
        StringBuilder line = new StringBuilder(512);
        int c;
        while ((c = lines.read()) >= 0 && c != '\n') {
            if (line.length() == MAX_LINE) {
                throw new UnusableFile("Line %d is longer than %,d characters: is this one JSON object per line?"
                        .formatted(lineNumber, MAX_LINE));
            }
            line.append((char) c);
        }
        ended = c < 0;
        return ended ? null : line.toString();
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
        return null;
    }

    @Override
    public byte[] digest() {
        return text.digest();
    }

    @Override
    public boolean isCut() {
        return lastIsUnreadable && !marked.endedWithLineBreak();
    }

    /** An object ends with its bracket. */
    @Override
    public boolean mayBeCut() {
        return false;
    }

    @Override
    public List<Remark> remarks() {
        return nested.remarks();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
