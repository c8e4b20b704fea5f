package insights.segment.file;

import java.util.regex.Pattern;

/**
 * Finds cells that hold lines of the file: two quotes that were not meant as such make one cell of everything between
 * them. Line breaks in a cell are normal; after one of them something like this file's ids, followed by a separator, is not.
 */
final class SwallowedLines {

    private static final Pattern BREAK = Pattern.compile("\\r\\n|\\r|\\n");

    /** Ids of letters alone look like words of any text. */
    private static final String WORD = "a";

    private final char separator;
    private final int idPlace;
    private final int width;

    SwallowedLines(char separator, Layout layout) {
        this.separator = separator;
        this.idPlace = layout.id();
        this.width = layout.width();
    }

    /** Whether the cell of a line with that id holds what looks like a line. */
    boolean isIn(String cell, String id) {
        if (cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0) {
            return false;
        }
        String kinds = Shape.ofKinds(id.strip());
        String[] parts = BREAK.split(cell, -1);
        for (int i = 1; i < parts.length; i++) {
            String[] cells = parts[i].split(Pattern.quote(String.valueOf(separator)), -1);
            boolean whole = cells.length == width;
            boolean enough = kinds.equals(WORD) ? whole && width > 2 : whole || cells.length > idPlace + 1;
            if (enough
                    && cells.length > idPlace
                    && Shape.ofKinds(cells[idPlace].strip()).equals(kinds)) {
                return true;
            }
        }
        return false;
    }
}
