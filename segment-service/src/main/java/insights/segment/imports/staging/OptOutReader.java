package insights.segment.imports.staging;

import insights.common.address.EmailAddress;
import insights.segment.field.FieldRole;
import insights.segment.file.column.Column;
import insights.segment.file.csv.ShiftedCell;
import insights.segment.file.row.NestedTexts;
import insights.segment.file.row.Row;
import insights.segment.file.text.UnusableFile;
import insights.segment.file.value.ValueReader;
import insights.segment.optout.OptOutCell;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads of each line who opts out, whatever becomes of the rest of it. */
public final class OptOutReader {

    /** A bit of a {@code bigint} for each. */
    private static final int MAX_SOURCES = 63;

    private final ValueReader values;
    private final TruthsRead truths;
    private final List<Column> sources = new ArrayList<>();
    private long outs;
    private long ins;
    private long unreadable;
    private long lines;
    private long lastLine;
    private long strangeAddresses;
    private long firstStrange;

    OptOutReader(ValueReader values) {
        this.values = values;
        this.truths = new TruthsRead(values);
    }

    /** Reads the row; what it says is asked for after it. Values that were fitted to a type must not have been yet. */
    void read(Row row) {
        outs = 0;
        ins = 0;
        for (int i = 0; i < row.columns().length; i++) {
            Column column = row.columns()[i];
            if (column.role() == FieldRole.OPT_OUT) {
                switch (cell(column, row.values()[i])) {
                    case TRUE -> {
                        outs |= bit(column);
                        truths.add(column, row.values()[i]);
                    }
                    case FALSE -> {
                        ins |= bit(column);
                        truths.add(column, row.values()[i]);
                    }
                    case UNREADABLE -> {
                        outs |= bit(column);
                        unreadable++;
                        truths.addUnreadable(column, row.values()[i]);
                    }
                    case ABSENT -> {}
                }
            }
        }
        if (outs != 0 && row.line() != lastLine) {
            lines++;
            lastLine = row.line();
            lookAtAddresses(row);
        }
    }

    private void lookAtAddresses(Row row) {
        for (int i = 0; i < row.columns().length; i++) {
            if (row.columns()[i].role() == FieldRole.EMAIL
                    && row.values()[i] instanceof String text
                    && (text.indexOf('@') >= 0 || text.indexOf('.') > 0)
                    && EmailAddress.within(text).isEmpty()) {
                strangeAddresses++;
                firstStrange = firstStrange == 0 ? row.line() : firstStrange;
                return;
            }
        }
    }

    /** How many lines opt somebody out who has what was meant as an address, and can be read as none. */
    public long strangeAddresses() {
        return strangeAddresses;
    }

    /** The first of these lines. */
    public long firstStrange() {
        return firstStrange;
    }

    private OptOutCell cell(Column column, Object value) {
        if (value instanceof ShiftedCell(List<String> texts)) {
            return texts.stream().anyMatch(text -> cell(column, text) == OptOutCell.TRUE)
                    ? OptOutCell.TRUE
                    : OptOutCell.ABSENT;
        }
        return OptOutCell.of(value, value == null ? null : values.optsOut(column, value));
    }

    /** By which words that was read so far. */
    public TruthsRead truths() {
        return truths;
    }

    /** How many lines opted somebody out so far. A damaged one may have been read as several rows. */
    public long lines() {
        return lines;
    }

    /** The columns that say true, or something that cannot be read. */
    long outs() {
        return outs;
    }

    /** The columns that plainly say false. */
    long ins() {
        return ins;
    }

    boolean saysAnything() {
        return (outs | ins) != 0;
    }

    /** What may be addresses of whoever opts out by the row, as UTF-8: also what any list or object has in it. */
    static List<byte[]> allAddresses(Row row) {
        List<byte[]> found = addresses(row);
        for (int i = 0; i < row.columns().length; i++) {
            if (row.columns()[i].role() != FieldRole.EMAIL
                    && row.values()[i] instanceof NestedTexts(List<String> texts)) {
                texts.stream().filter(EmailAddress::mayBeWithin).forEach(text -> found.add(utf8(text)));
            }
        }
        return found;
    }

    /** What the columns of addresses have, as UTF-8. */
    static List<byte[]> addresses(Row row) {
        List<byte[]> found = new ArrayList<>();
        for (int i = 0; i < row.columns().length; i++) {
            Column column = row.columns()[i];
            if (column.role() == FieldRole.EMAIL) {
                switch (row.values()[i]) {
                    case String text -> found.add(utf8(text));
                    case ShiftedCell(List<String> texts) -> texts.forEach(text -> found.add(utf8(text)));
                    case NestedTexts(List<String> texts) -> texts.forEach(text -> found.add(utf8(text)));
                    case null, default -> {}
                }
            }
        }
        return found;
    }

    /** PostgreSQL's texts have no NUL. */
    private static byte[] utf8(String text) {
        return text.replace("\0", "").getBytes(StandardCharsets.UTF_8);
    }

    /** How many values could not be read so far. */
    public long unreadable() {
        return unreadable;
    }

    /** The fields that said anything, in the order of their bits. */
    public List<String> sources() {
        return sources.stream().map(Column::field).toList();
    }

    /** The fields of these bits. */
    List<String> sourcesOf(long bits) {
        if (bits == 0) {
            return List.of();
        }
        List<String> fields = new ArrayList<>(1);
        for (int i = 0; i < sources.size(); i++) {
            if ((bits & 1L << i) != 0) {
                fields.add(sources.get(i).field());
            }
        }
        return fields;
    }

    private long bit(Column column) {
        int place = sources.indexOf(column);
        if (place < 0) {
            place = sources.size();
            sources.add(column);
        }
        if (place >= MAX_SOURCES) {
            throw new UnusableFile(
                    "There are more than %d columns of opt-outs: leave some out.".formatted(MAX_SOURCES));
        }
        return 1L << place;
    }
}
