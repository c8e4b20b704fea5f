package insights.segment.file.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import insights.segment.file.column.Layout;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds lines that one line was broken into, by a line break in a cell without quotes: none of them has enough cells, and
 * together they have exactly those of the header. What the line says at its end is about whom it names at its beginning, and
 * not about whom the second half seems to name.
 */
final class BrokenLine {

    /** An address or a remark of more lines has quotes around it, or is lost. */
    private static final int MAX_BREAKS = 5;

    private final CsvText csv;
    private final int columns;
    private final int width;
    private final int idPlace;
    private final Deque<CsvRecord> ahead = new ArrayDeque<>();
    private final List<CsvRecord> rest = new ArrayList<>();
    private CsvRecord beginning;
    private List<String> whole = List.of();

    BrokenLine(CsvText csv, Layout layout) {
        this.csv = csv;
        this.columns = layout.names().size();
        this.width = layout.width();
        this.idPlace = layout.id();
    }

    /** The next line of the file, null at its end; where it is short, those after it have been looked at. */
    CsvRecord next() throws IOException {
        CsvRecord line = ahead.isEmpty() ? csv.next() : ahead.poll();
        if (line != null && isShort(line) && !rest.contains(line) && !isBlank(line)) {
            rest.clear();
            look(line);
        }
        return line;
    }

    /** The cells of the line that this one is the beginning of; none where it is not. */
    List<String> wholeOf(CsvRecord line) {
        return line == beginning ? whole : List.of();
    }

    /** Whether the line belongs to one before it, and names nobody itself. */
    boolean isRestOfAnother(CsvRecord line) {
        return rest.contains(line) && !mayNameSomebody(line.getFields());
    }

    private void look(CsvRecord first) throws IOException {
        beginning = first;
        whole = List.of();
        List<String> cells = new ArrayList<>(first.getFields());
        List<CsvRecord> after = new ArrayList<>();
        for (int i = 0; i < MAX_BREAKS && cells.size() < columns; i++) {
            CsvRecord more = peek(i);
            if (more == null || !isShort(more) || isLikeFirst(more.getFields())) {
                return;
            }
            after.add(more);
            append(cells, more.getFields());
        }
        if (cells.size() == columns) {
            whole = cells;
            rest.addAll(after);
        }
    }

    private CsvRecord peek(int i) throws IOException {
        while (ahead.size() <= i) {
            CsvRecord more = csv.next();
            if (more == null) {
                return null;
            }
            ahead.add(more);
        }
        return ahead.stream().skip(i).findFirst().orElseThrow();
    }

    private static void append(List<String> cells, List<String> more) {
        cells.add((cells.removeLast() + " " + more.getFirst()).strip());
        cells.addAll(more.subList(1, more.size()));
    }

    private boolean isShort(CsvRecord line) {
        return line.getFieldCount() < width;
    }

    private static boolean isBlank(CsvRecord line) {
        return line.getFields().stream().allMatch(String::isBlank);
    }

    /** Two lines that both begin with an id lack cells each for itself. */
    private boolean isLikeFirst(List<String> cells) {
        String id = idIn(beginning.getFields());
        String other = idIn(cells);
        return !id.isEmpty()
                && !other.isEmpty()
                && (id.indexOf('@') >= 0 && other.indexOf('@') >= 0
                        || LineLikeness.ofOneLength(id, other)
                        || LineLikeness.ofOneKind(id, other) && !LineLikeness.isWord(id));
    }

    /** Plainly nobody is named by a text with blanks, or without digits, where the beginning has an id without, or with. */
    private boolean mayNameSomebody(List<String> cells) {
        String id = idIn(beginning.getFields());
        String other = idIn(cells);
        if (id.isEmpty()) {
            return true;
        }
        boolean text = isBlankWithin(other) && !isBlankWithin(id);
        boolean word = !hasDigitOrAt(other) && hasDigitOrAt(id);
        return !other.isEmpty() && !text && !word;
    }

    private String idIn(List<String> cells) {
        return idPlace < cells.size() ? cells.get(idPlace).strip() : "";
    }

    private static boolean isBlankWithin(String text) {
        return text.chars().anyMatch(Character::isWhitespace);
    }

    private static boolean hasDigitOrAt(String text) {
        return text.chars().anyMatch(character -> character == '@' || Character.isDigit(character));
    }
}
