package insights.segment.imports;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import insights.common.address.EmailAddress;
import insights.common.sql.BinaryCopy;
import insights.segment.erasure.Fingerprints;
import insights.segment.field.FieldRole;
import insights.segment.field.FieldType;
import insights.segment.file.Column;
import insights.segment.file.Rejection.Reason;
import insights.segment.file.Rejection;
import insights.segment.file.Row;
import insights.segment.file.TypeInference;
import insights.segment.file.ValueReader;
import insights.segment.profile.ProfileId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
    private final boolean marking;
    private final boolean addressed;
    private final OptOutReader optOuts;
    private final Fingerprints fingerprints;
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
     * @param marking whether rows are to be compared with people who were erased or opted out, because there are any
     * @param addressed whether their addresses are to be compared with those of people who were erased
     */
    RowEncoder(
            ValueReader values,
            TypeInference inference,
            BinaryCopy copy,
            boolean widen,
            boolean sparing,
            boolean marking,
            boolean addressed,
            Fingerprints fingerprints)
            throws IOException {
        this.values = values;
        this.inference = inference;
        this.copy = copy;
        this.widen = widen;
        this.sparing = sparing;
        this.marking = marking;
        this.addressed = addressed;
        this.fingerprints = fingerprints;
        this.optOuts = new OptOutReader(values);
        this.generator =
                new JsonFactory().createGenerator(json, JsonEncoding.UTF8).setRootValueSeparator(null);
    }

    /** Stages the row, or tells why not. */
    Optional<Rejection> write(Row row) throws IOException, SQLException {
        optOuts.read(row);
        for (int i = 0; i < row.columns().length; i++) {
            Column column = row.columns()[i];
            Object value = row.values()[i];
            if (column == null || column.isId() || value == null) {
                continue;
            }
            Object fitted = fit(column, value);
            if (fitted == null && column.role() != FieldRole.OPT_OUT) {
                stageRejected(row);
                return Optional.of(unfit(row, column));
            }
            // What cannot be read of an opt-out counts as one; as an attribute it is nothing.
            row.values()[i] = fitted;
            if (fitted != null) {
                column.fill();
            }
        }
        String id = ProfileId.canonical(row.id());
        Optional<String> refusal = ProfileId.refusal(id);
        if (refusal.isPresent()) {
            stageRejected(row);
            return Optional.of(
                    new Rejection(row.line(), id.isEmpty() ? Reason.MISSING_ID : Reason.INVALID_ID, refusal.get()));
        }
        encode(row);
        ascending = ascending && id.compareTo(lastId) > 0;
        lastId = id;
        byte[] fingerprint = marking || optOuts.saysAnything() ? fingerprints.ofId(id) : null;
        copy.row().number(row.line()).text(id).json(json.bytes(), json.size());
        (cleared.isEmpty() ? copy.bytes(null) : copy.texts(cleared)).bytes(fingerprint);
        number(optOuts.outs());
        number(optOuts.ins());
        copy.bytes(null);
        if (addressed) {
            copy.arrays(fingerprints(row));
        } else {
            copy.bytes(null);
        }
        return Optional.empty();
    }

    /** A line that was rejected while it was read. */
    void writeRejected(Row read) throws SQLException {
        optOuts.read(read);
        stageRejected(read);
    }

    /**
     * Keeps the profile of the line from being taken for one that is not in the file, and the person from being taken for
     * one who has not opted out.
     */
    private void stageRejected(Row row) throws SQLException {
        String id = ProfileId.canonical(row.id());
        boolean usable = ProfileId.refusal(id).isEmpty();
        if (optOuts.outs() == 0 && !(sparing && usable)) {
            return;
        }
        List<byte[]> addresses = OptOutReader.addresses(row);
        Optional<byte[]> person = person(id, addresses);
        copy.row()
                .number(row.line())
                .text(usable ? id : "")
                .bytes(null)
                .bytes(null)
                .bytes(person.orElse(null));
        number(person.isPresent() ? optOuts.outs() : 0);
        number(0);
        copy.texts(addresses).bytes(null);
    }

    /** Who has no id is their address. */
    private Optional<byte[]> person(String id, List<byte[]> addresses) {
        if (!id.isEmpty()) {
            return Optional.of(fingerprints.ofId(id));
        }
        return addresses.stream()
                .flatMap(text -> EmailAddress.within(new String(text, StandardCharsets.UTF_8)).stream())
                .findFirst()
                .map(fingerprints::ofAddress);
    }

    /** Of the addresses that the row has by its columns of addresses. */
    private List<byte[]> fingerprints(Row row) {
        return OptOutReader.addresses(row).stream()
                .flatMap(text -> EmailAddress.parse(new String(text, StandardCharsets.UTF_8)).stream())
                .map(fingerprints::ofAddress)
                .toList();
    }

    private void number(long bits) throws SQLException {
        if (bits == 0) {
            copy.bytes(null);
        } else {
            copy.number(bits);
        }
    }

    /** What was said of opt-outs. */
    OptOutReader optOuts() {
        return optOuts;
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
        if (fitted == null && widen && column.type() != FieldType.STRING && column.role() != FieldRole.OPT_OUT) {
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
