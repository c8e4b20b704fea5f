package insights.segment.imports;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import insights.common.sql.BinaryCopy;
import insights.segment.field.FieldType;
import insights.segment.file.Column;
import insights.segment.file.Rejection;
import insights.segment.file.Rejection.Reason;
import insights.segment.file.Row;
import insights.segment.file.TypeInference;
import insights.segment.file.ValueReader;
import insights.segment.profile.Texts;
import insights.segment.profile.Tombstones;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fits rows to the types of the fields and writes them for the staging table. */
final class RowEncoder {

    private final ValueReader values;
    private final TypeInference inference;
    private final BinaryCopy copy;
    private final boolean widen;
    private final boolean sparing;
    private final Tombstones.Fingerprints fingerprints;
    private final JsonBytes json = new JsonBytes();
    private final List<byte[]> cleared = new ArrayList<>();
    private final JsonGenerator generator;
    private Column[] columns;
    private int[] order;
    private String lastId = "";
    private boolean ascending = true;

    /**
     * @param widen whether a value that does not fit makes its field one of text
     * @param sparing whether profiles that are not in the file are removed
     * @param fingerprints for rows to be compared with erased profiles; null when there are none
     */
    RowEncoder(
            ValueReader values,
            TypeInference inference,
            BinaryCopy copy,
            boolean widen,
            boolean sparing,
            Tombstones.Fingerprints fingerprints)
            throws IOException {
        this.values = values;
        this.inference = inference;
        this.copy = copy;
        this.widen = widen;
        this.sparing = sparing;
        this.fingerprints = fingerprints;
        this.generator =
                new JsonFactory().createGenerator(json, JsonEncoding.UTF8).setRootValueSeparator(null);
    }

    /** Stages the row, or tells why not. */
    Optional<Rejection> write(Row row) throws IOException, SQLException {
        for (int i = 0; i < row.columns().length; i++) {
            Column column = row.columns()[i];
            Object value = row.values()[i];
            if (column == null || column.isId() || value == null) {
                continue;
            }
            row.values()[i] = fit(column, value);
            if (row.values()[i] == null) {
                row.values()[i] = value;
                spare(row.line(), row.id());
                return Optional.of(unfit(row, column));
            }
        }
        String id = row.id();
        if (id.isEmpty()) {
            return Optional.of(new Rejection(row.line(), Reason.MISSING_ID, "no id of a profile"));
        }
        if (!Texts.isId(id)) {
            return Optional.of(new Rejection(
                    row.line(),
                    Reason.INVALID_ID,
                    "an id has at most 200 characters, none of them a control character"));
        }
        encode(row);
        ascending = ascending && id.compareTo(lastId) > 0;
        lastId = id;
        byte[] fingerprint = fingerprints == null ? null : fingerprints.of(id);
        copy.row().number(row.line()).text(id).json(json.bytes(), json.size());
        (cleared.isEmpty() ? copy.bytes(null) : copy.texts(cleared)).bytes(fingerprint);
        return Optional.empty();
    }

    /** Keeps the profile of a line that was rejected from being taken for one that is not in the file. */
    void spare(long line, String id) throws SQLException {
        if (sparing && Texts.isId(id)) {
            copy.row().number(line).text(id).bytes(null).bytes(null).bytes(null);
        }
    }

    /** Whether the ids came in ascending order, so that none came twice. */
    boolean ascending() {
        return ascending;
    }

    private Object fit(Column column, Object value) {
        if (column.type() == null) {
            column.type(inference.of(value));
        }
        Object fitted = values.read(column.type(), value);
        if (fitted == null && widen && column.type() != FieldType.STRING) {
            column.widen();
            return values.read(FieldType.STRING, value);
        }
        return fitted;
    }

    private static Rejection unfit(Row row, Column column) {
        return switch (column.type()) {
            case STRING ->
                new Rejection(
                        row.line(),
                        Reason.INVALID_TEXT,
                        "\"%s\" has a character that cannot be stored".formatted(column.field()));
            default ->
                new Rejection(
                        row.line(),
                        Reason.WRONG_TYPE,
                        "\"%s\" is not a %s"
                                .formatted(column.field(), column.type().label()));
        };
    }

    /** Attributes become JSON; the names of those without a value are kept apart. */
    private void encode(Row row) throws IOException {
        if (row.columns() != columns) {
            columns = row.columns();
            order = ColumnOrder.of(columns);
        }
        json.reset();
        cleared.clear();
        generator.writeStartObject();
        for (int i : order) {
            encode(columns[i], row.values()[i]);
        }
        generator.writeEndObject();
        generator.flush();
    }

    private void encode(Column column, Object value) throws IOException {
        if (value == null) {
            cleared.add(column.key().asUnquotedUTF8());
            return;
        }
        generator.writeFieldName(column.key());
        switch (value) {
            case String text -> generator.writeString(text);
            case BigDecimal number -> generator.writeNumber(number);
            case Boolean bool -> generator.writeBoolean(bool);
            default -> throw new IllegalStateException("a value of no type");
        }
    }
}
