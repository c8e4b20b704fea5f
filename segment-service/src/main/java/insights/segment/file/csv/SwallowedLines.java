package insights.segment.file.csv;

import insights.segment.file.column.Layout;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds cells that hold lines of the file: two quotes that were not meant as such make one cell of everything between
 * them. Line breaks in a cell are normal. They are not when the text before the first, after the cells that stand before it,
 * and the text after the last, before the cells that follow it, are whole lines, or when a line in between is one.
 */
final class SwallowedLines {

    private final char separator;
    private final int idPlace;
    private final int width;
    private final int most;

    SwallowedLines(char separator, Layout layout) {
        this(separator, layout.id(), layout.width(), layout.names().size());
    }

    private SwallowedLines(char separator, int idPlace, int width, int most) {
        this.separator = separator;
        this.idPlace = idPlace;
        this.width = width;
        this.most = most;
    }

    /** The place of the first cell that holds what looks like lines of the file; -1 where none does. */
    int placeIn(List<String> line) {
        for (int place = 0; place < line.size(); place++) {
            if (hasBreak(line.get(place)) && isIn(line, place)) {
                return place;
            }
        }
        return -1;
    }

    /** The same for the names of the columns, of which nothing is known yet. */
    static int placeInHeader(List<String> header, char separator) {
        for (int place = 0; place < header.size(); place++) {
            if (header.size() > 1 && hasBreak(header.get(place))) {
                CutLine cut = CutLine.of(header, place, separator);
                if (cut.first().size() == header.size() && cut.last().size() == header.size()) {
                    return place;
                }
            }
        }
        return -1;
    }

    private static boolean hasBreak(String cell) {
        return cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
    }

    private boolean isIn(List<String> line, int place) {
        CutLine cut = CutLine.of(line, place, separator);
        if (isWhole(cut.first()) && isWhole(cut.last())) {
            LineLikeness likeness = new LineLikeness(line, place, cut, idPlace);
            if (likeness.mayBeLines(width)) {
                return true;
            }
        }
        if (line.size() <= idPlace) {
            return false;
        }
        String id = line.get(idPlace).strip();
        List<List<String>> after = new ArrayList<>(cut.between());
        after.add(cut.afterLastBreak());
        return after.stream().anyMatch(cells -> beginsLike(cells, id));
    }

    /** Whether these are the cells of a line, or of the beginning of one, by the id alone. */
    private boolean beginsLike(List<String> cells, String id) {
        if (cells.size() <= idPlace) {
            return false;
        }
        String other = cells.get(idPlace).strip();
        boolean alike = LineLikeness.ofOneKind(id, other);
        if (LineLikeness.isWord(id)) {
            return alike && cells.size() == width && width > 2;
        }
        return alike && (cells.size() == width || cells.size() > idPlace + 1)
                || isWhole(cells) && width > 2 && LineLikeness.ofOneLength(id, other);
    }

    private boolean isWhole(List<String> cells) {
        return cells.size() >= width && cells.stream().skip(most).allMatch(String::isBlank);
    }
}
