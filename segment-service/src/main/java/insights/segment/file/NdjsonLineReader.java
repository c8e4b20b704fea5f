package insights.segment.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import insights.segment.file.Rejection.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads one flat JSON object per line. A line that is no such object is a rejection; the others go through. */
final class NdjsonLineReader implements LineReader {

    private static final int MAX_LINE = 1024 * 1024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final BufferedReader text;
    private final ColumnMapping mapping;
    private final List<Column> columns = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private Column[] lastColumns = {};
    private long lineNumber;

    NdjsonLineReader(Reader text, ColumnMapping mapping) {
        this.text = new BufferedReader(text, 64 * 1024);
        this.mapping = mapping;
    }

    @Override
    public LineRead next() throws IOException {
        String line;
        do {
            line = readLine();
        } while (line != null && line.isBlank());
        if (line == null) {
            return null;
        }
        columns.clear();
        values.clear();
        try {
            Rejection rejection = parse(line);
            return rejection == null ? row() : rejected(rejection);
        } catch (JsonProcessingException e) {
            return rejected(new Rejection(lineNumber, Reason.UNREADABLE_LINE, "not a JSON object"));
        }
    }

    /** Takes what the line has into columns and values, and tells why it cannot be taken. */
    private Rejection parse(String line) throws IOException {
        Rejection rejection = null;
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Rejection(lineNumber, Reason.UNREADABLE_LINE, "not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                Rejection here = member(parser);
                rejection = rejection == null ? here : rejection;
            }
            if (parser.nextToken() != null) {
                return new Rejection(lineNumber, Reason.UNREADABLE_LINE, "more than one JSON object");
            }
        }
        return rejection;
    }

    private Rejection member(JsonParser parser) throws IOException {
        Column column;
        try {
            column = mapping.of(parser.currentName());
        } catch (UnusableFile e) {
            parser.nextToken();
            parser.skipChildren();
            return new Rejection(lineNumber, Reason.INVALID_FIELD, e.getMessage());
        }
        JsonToken token = parser.nextToken();
        if (token.isStructStart()) {
            parser.skipChildren();
            return new Rejection(
                    lineNumber,
                    Reason.NOT_FLAT,
                    "an attribute is an object or a list, give text, a number, true, false or null");
        }
        if (column != null) {
            columns.add(column);
            values.add(value(parser, token));
        }
        return null;
    }

    private LineRead row() {
        if (!columns.equals(Arrays.asList(lastColumns))) {
            if (Set.copyOf(columns).size() < columns.size()) {
                return rejected(new Rejection(
                        lineNumber, Reason.INVALID_FIELD, "two names fill one field: leave one of them out"));
            }
            lastColumns = columns.toArray(Column[]::new);
        }
        return new Row(lineNumber, lastColumns, values.toArray());
    }

    private RejectedLine rejected(Rejection rejection) {
        return new RejectedLine(rejection, new Row(lineNumber, columns.toArray(Column[]::new), values.toArray()));
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> parser.getText().isEmpty() ? null : parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private String readLine() throws IOException {
        lineNumber++;
        StringBuilder line = new StringBuilder(512);
        int c;
        while ((c = text.read()) >= 0 && c != '\n') {
            if (line.length() == MAX_LINE) {
                throw new UnusableFile("Line %d is longer than %d characters: is this one JSON object per line?"
                        .formatted(lineNumber, MAX_LINE));
            }
            line.append((char) c);
        }
        return c < 0 && line.isEmpty() ? null : line.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
