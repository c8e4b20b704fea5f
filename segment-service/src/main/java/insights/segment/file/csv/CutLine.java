package insights.segment.file.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * A line with line breaks in one of its cells, as it would be cut into cells if the quotes around that cell were none.
 *
 * @param first the cells before it, and those of its text before the first line break
 * @param between those of each of its lines that stand whole between two line breaks
 * @param last those of its text after the last line break, and the cells that follow it
 * @param afterLastBreak those of its text after the last line break
 */
record CutLine(List<String> first, List<List<String>> between, List<String> last, List<String> afterLastBreak) {

    static CutLine of(List<String> line, int place, char separator) {
        List<List<String>> lines = new ArrayList<>();
        for (String text : line.get(place).split("\r\n|\r|\n", -1)) {
            lines.add(cut(text, separator));
        }
        List<String> first = new ArrayList<>(line.subList(0, place));
        first.addAll(lines.getFirst());
        List<String> last = new ArrayList<>(lines.getLast());
        last.addAll(line.subList(place + 1, line.size()));
        return new CutLine(first, lines.subList(1, lines.size() - 1), last, lines.getLast());
    }

    private static List<String> cut(String text, char separator) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        int to;
        while ((to = text.indexOf(separator, from)) >= 0) {
            cells.add(text.substring(from, to));
            from = to + 1;
        }
        cells.add(text.substring(from));
        return cells;
    }
}
