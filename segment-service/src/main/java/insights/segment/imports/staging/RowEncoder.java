package insights.segment.imports.staging;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import insights.common.address.EmailAddress;
import insights.common.sql.BinaryCopy;
import insights.segment.erasure.Fingerprints;
import insights.segment.file.column.Column;
import insights.segment.file.row.Ids;
import insights.segment.file.row.ImportRejection;
import insights.segment.file.row.ImportRejection.Reason;
import insights.segment.file.row.Row;
import insights.segment.file.row.RowFitter;
import insights.segment.file.value.ValueReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fits rows to the types of the fields and writes them for the staging table. */
final class RowEncoder {

    private final RowFitter fitter;
    private final BinaryCopy copy;
    private final boolean sparing;
    private final boolean marking;
    private final boolean addressed;
    private final OptOutReader optOuts;
    private final SaidDigest said = new SaidDigest();
    private final Fingerprints fingerprints;
    private final JsonBytes json = new JsonBytes();
    private final List<byte[]> cleared = new ArrayList<>();
    private final List<byte[]> kept = new ArrayList<>();
    private final JsonGenerator generator;
    private Column[] columns;
    private int[] order;
    private String lastId = "";
    private boolean ascending = true;

    /**
     * @param sparing whether profiles that are not in the file are removed
     * @param marking whether rows are to be compared with people who were erased or opted out, because there are any
     * @param addressed whether their addresses are to be compared with those of people who were erased
     */
    RowEncoder(
            ValueReader values,
            RowFitter fitter,
            BinaryCopy copy,
            boolean sparing,
            boolean marking,
            boolean addressed,
            Fingerprints fingerprints)
            throws IOException {
        this.fitter = fitter;
        this.copy = copy;
        this.sparing = sparing;
        this.marking = marking;
        this.addressed = addressed;
        this.fingerprints = fingerprints;
        this.optOuts = new OptOutReader(values);
        this.generator =
                new JsonFactory().createGenerator(json, JsonEncoding.UTF8).setRootValueSeparator(null);
    }

    /** Stages the row, and tells what of it, or that all of it, was not taken. */
    List<ImportRejection> write(Row row) throws IOException, SQLException {
        optOuts.read(row);
        Object idValue = row.idValue();
        String id = Ids.text(idValue);
        String problem = Ids.problem(idValue, id);
        if (problem != null) {
            stageRejected(row);
            return List.of(
                    ImportRejection.ofLine(row.line(), id.isEmpty() ? Reason.MISSING_ID : Reason.INVALID_ID, problem));
        }
        said.add(id, optOuts.sourcesOf(optOuts.outs()), true);
        said.add(id, optOuts.sourcesOf(optOuts.ins()), false);
        List<byte[]> addresses = addressed ? fingerprints(row, id) : null;
        List<byte[]> theirs = optOuts.outs() == 0 ? List.of() : ofPerson(row, id);
        List<ImportRejection> rejections = fitter.fit(row);
        encode(row);
        ascending = ascending && id.compareTo(lastId) > 0;
        lastId = id;
        byte[] fingerprint = marking || optOuts.saysAnything() ? fingerprints.ofId(id) : null;
        copy.row().number(row.line()).text(id).json(json.bytes(), json.size());
        texts(cleared);
        texts(kept);
        copy.bytes(fingerprint);
        number(optOuts.outs());
        number(optOuts.ins());
        texts(theirs);
        if (addressed) {
            copy.arrays(addresses);
        } else {
            copy.bytes(null);
        }
        return rejections;
    }

    private void texts(List<byte[]> names) throws SQLException {
        if (names.isEmpty()) {
            copy.bytes(null);
        } else {
            copy.texts(names);
        }
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
        Object idValue = row.idValue();
        String id = Ids.text(idValue);
        boolean usable = Ids.problem(idValue, id) == null;
        if (optOuts.outs() == 0 && !(sparing && usable)) {
            return;
        }
        List<byte[]> addresses = ofPerson(row, id);
        Optional<byte[]> person = person(id, addresses);
        copy.row()
                .number(row.line())
                .text(usable ? id : "")
                .bytes(null)
                .bytes(null)
                .bytes(null)
                .bytes(person.orElse(null));
        number(person.isPresent() ? optOuts.outs() : 0);
        number(0);
        copy.texts(addresses).bytes(null);
    }

    /** What may be addresses of whom the row is about: an id that is one is, whatever fields there are. */
    private static List<byte[]> ofPerson(Row row, String id) {
        List<byte[]> texts = OptOutReader.allAddresses(row);
        if (EmailAddress.mayBeWithin(id)) {
            texts.add(id.getBytes(StandardCharsets.UTF_8));
        }
        return texts;
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

    /** Of the addresses that the row has by its columns of addresses, or that its id is. */
    private List<byte[]> fingerprints(Row row, String id) {
        return Stream.concat(
                        Stream.of(id),
                        OptOutReader.addresses(row).stream().map(text -> new String(text, StandardCharsets.UTF_8)))
                .filter(EmailAddress::mayBeWithin)
                .flatMap(text -> EmailAddress.within(text).stream())
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

    /** A hash of it, as far as lines say it that count. */
    byte[] said() {
        return said.value();
    }

    /** Whether the ids came in ascending order, so that none came twice. */
    boolean ascending() {
        return ascending;
    }

    /** Attributes become JSON; the names of those without a value, or with one that cannot be read, are kept apart. */
    private void encode(Row row) throws IOException {
        if (row.columns() != columns) {
            columns = row.columns();
            order = ColumnOrder.of(columns);
        }
        json.reset();
        cleared.clear();
        kept.clear();
        generator.writeStartObject();
        for (int i : order) {
            encode(columns[i], row.values()[i]);
        }
        generator.writeEndObject();
        generator.flush();
    }

    private void encode(Column column, Object value) throws IOException {
        if (column.isLeftOut()) {
            return;
        }
        if (value == null) {
            column.countCleared();
            cleared.add(column.key().asUnquotedUTF8());
            return;
        }
        if (value == RowFitter.UNREADABLE) {
            kept.add(column.key().asUnquotedUTF8());
            return;
        }
        if (value instanceof String text) {
            column.countFilled(text);
        } else {
            column.countFilled();
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
