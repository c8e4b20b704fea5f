package insights.segment.file.ndjson;

import insights.segment.file.column.Column;
import insights.segment.file.column.Words;
import insights.segment.file.ndjson.DamagedLine.Member;
import insights.segment.file.row.NestedTexts;
import insights.segment.file.row.Row;
import insights.segment.file.row.RowFitter;
import insights.segment.file.text.CellText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Makes rows of what a damaged line says of people: one for each whom it may be about, so that the opt-outs of all count. */
final class DamagedRows {

    /** What begins after a value whose quote is missing. */
    private static final String NEXT = ",\"";

    private final long lineNumber;
    private final Function<String, List<Column>> columnsOf;
    private final Words words;
    private final List<Row> rows = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final Set<Object> ids = new LinkedHashSet<>();
    private Column idColumn;

    private DamagedRows(long lineNumber, Function<String, List<Column>> columnsOf, Words words) {
        this.lineNumber = lineNumber;
        this.columnsOf = columnsOf;
        this.words = words;
    }

    /**
     * A line in which nobody is found plainly is read as it may have been, too.
     *
     * @param columnsOf the columns that a name means, none where it is not about whom or opt-outs
     */
    static List<Row> of(String line, long lineNumber, Function<String, List<Column>> columnsOf, Words words) {
        List<Row> found = read(line, lineNumber, columnsOf, words);
        if (found.stream().anyMatch(row -> row.idValue() != null)) {
            return found;
        }
        String before = RewrittenLine.before(line);
        if (before.equals(line)) {
            return found;
        }
        List<Row> all = new ArrayList<>(found);
        all.addAll(read(before, lineNumber, columnsOf, words));
        return List.copyOf(all);
    }

    private static List<Row> read(String line, long lineNumber, Function<String, List<Column>> columnsOf, Words words) {
        DamagedRows read = new DamagedRows(lineNumber, columnsOf, words);
        for (List<Member> object :
                DamagedLine.objects(line, name -> !columnsOf.apply(name).isEmpty())) {
            if (!read.ids.isEmpty() && object.stream().anyMatch(read::isId)) {
                read.end();
            }
            object.forEach(read::take);
        }
        read.end();
        return List.copyOf(read.rows);
    }

    private boolean isId(Member member) {
        return columnsOf.apply(member.name()).stream().anyMatch(Column::isId);
    }

    private void take(Member member) {
        for (Column column : columnsOf.apply(member.name())) {
            Object value = value(member, column);
            if (!column.isId()) {
                columns.add(column);
                values.add(value);
            } else if (value != null) {
                idColumn = column;
                ids.add(value);
            }
        }
    }

    private Object value(Member member, Column column) {
        return switch (member.value()) {
            case String text -> {
                String clean = CellText.of(text);
                yield clean.isEmpty() || words.isMissing(clean) ? null : clean;
            }
            // Only an id in quotes, or a number, is surely all of it.
            case DamagedLine.Bare(String word) -> column.isId() ? null : word;
            case null -> null;
            case Object value -> value != RowFitter.UNREADABLE ? value : unreadable(member, column);
        };
    }

    /** Of an id only the part before a comma and a quote, which end it if its own quote is missing. */
    private static Object unreadable(Member member, Column column) {
        if (!column.isId()) {
            return new NestedTexts(member.texts());
        }
        return member.texts().stream()
                .filter(text -> text.indexOf(NEXT) > 0)
                .map(text -> CellText.of(text.substring(0, text.indexOf(NEXT))))
                .findFirst()
                .orElse(null);
    }

    private void end() {
        if (ids.isEmpty()) {
            add(null);
        } else {
            ids.forEach(this::add);
        }
        columns.clear();
        values.clear();
        ids.clear();
    }

    private void add(Object id) {
        List<Column> all = new ArrayList<>(columns);
        List<Object> of = new ArrayList<>(values);
        if (id != null) {
            all.add(idColumn);
            of.add(id);
        }
        rows.add(new Row(lineNumber, all.toArray(Column[]::new), of.toArray(), List.of()));
    }
}
