package insights.segment.file.csv;

import insights.segment.file.value.Shape;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Whether what has as many cells as a line is one, or an address or a remark that happens to have as many commas. Only what
 * plainly is no line passes for text: in doubt it is asked.
 */
final class LineLikeness {

    /** Ids of letters alone look like words of any text. */
    private static final String WORD = "a";

    private final List<String> line;
    private final int place;
    private final CutLine cut;
    private final int idPlace;

    /**
     * @param line as it was read
     * @param place of the cell with line breaks
     * @param cut the same line, with two lines at least of as many cells as the file has columns
     */
    LineLikeness(List<String> line, int place, CutLine cut, int idPlace) {
        this.line = line;
        this.place = place;
        this.cut = cut;
        this.idPlace = idPlace;
    }

    boolean mayBeLines(int width) {
        String first = cut.first().get(idPlace).strip();
        String last = cut.last().get(idPlace).strip();
        if (first.isEmpty()
                || last.isEmpty()
                || has(first, Character::isWhitespace) != has(last, Character::isWhitespace)) {
            return false;
        }
        if (isProse()) {
            return false;
        }
        boolean unlike = has(first, Character::isDigit) != has(last, Character::isDigit);
        return !unlike || !addressesStandElsewhere() && (width > 2 || !beginWithBlanks());
    }

    /** A comma in a text has a blank after it; one between the cells of this file has none. */
    private boolean isProse() {
        boolean tight = false;
        for (int i = 1; i < line.size(); i++) {
            if (i != place && !line.get(i).isBlank()) {
                tight |= !line.get(i).startsWith(" ");
            }
        }
        return tight && beginWithBlanks();
    }

    /** Whether all that follows a separator within the cell does; of two columns, the cell may be all there is to go by. */
    private boolean beginWithBlanks() {
        List<String> inFirst = cut.first().subList(place + 1, cut.first().size());
        int own = line.size() - place - 1;
        List<String> inLast = cut.last().subList(1, Math.max(1, cut.last().size() - own));
        return !(inFirst.isEmpty() && inLast.isEmpty())
                && Stream.concat(inFirst.stream(), inLast.stream()).allMatch(text -> text.startsWith(" "));
    }

    /** Whether a column has an address in one of the two lines, and something else in the other. */
    private boolean addressesStandElsewhere() {
        for (int i = 0; i < Math.min(cut.first().size(), cut.last().size()); i++) {
            String one = cut.first().get(i);
            String other = cut.last().get(i);
            if (i != idPlace
                    && !one.isBlank()
                    && !other.isBlank()
                    && (one.indexOf('@') >= 0) != (other.indexOf('@') >= 0)) {
                return true;
            }
        }
        return false;
    }

    static boolean isWord(String id) {
        return Shape.ofKinds(id).equals(WORD);
    }

    /** {@code n021} and {@code n1}. */
    static boolean ofOneKind(String id, String other) {
        return Shape.ofKinds(id).equals(Shape.ofKinds(other));
    }

    /** Two ids with digits in them of the same length, as keys of databases are, however letters and digits are mixed. */
    static boolean ofOneLength(String id, String other) {
        return id.length() == other.length()
                && has(id, Character::isDigit)
                && has(other, Character::isDigit)
                && !has(other, Character::isWhitespace);
    }

    private static boolean has(String text, IntPredicate kind) {
        return text.chars().anyMatch(kind);
    }
}
