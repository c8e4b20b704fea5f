package insights.segment.file.survey;

import insights.segment.field.TruthWords;
import insights.segment.file.column.Words;
import insights.segment.file.value.Shape;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What the values of a column tell of whether they are truth values. */
final class TruthEvidence {

    private final Words words;
    private final Set<TruthWords> possible = EnumSet.allOf(TruthWords.class);
    private final Set<TruthWords> yes = EnumSet.noneOf(TruthWords.class);
    private final Set<TruthWords> no = EnumSet.noneOf(TruthWords.class);
    private boolean given;
    private boolean other;
    private long read;
    private long firstOther;
    private String firstOtherShape;

    TruthEvidence(Words words) {
        this.words = words;
    }

    void observe(long line, String text) {
        String word = text.length() > TruthWords.LONGEST ? "" : text.toLowerCase(Locale.ROOT);
        boolean isGiven = words.yes().contains(word) || words.no().contains(word);
        read += isGiven || TruthWords.isOne(word) ? 1 : 0;
        if (other) {
            return;
        }
        if (isGiven) {
            given = true;
            return;
        }
        possible.removeIf(pair -> !pair.isYes(word) && !pair.isNo(word));
        for (TruthWords pair : possible) {
            (pair.isYes(word) ? yes : no).add(pair);
        }
        if (possible.isEmpty()) {
            observeOther(line, text);
        }
    }

    /** A truth value of JSON. */
    void observeTruth() {
        read++;
    }

    /** A value that is no truth value, or not in the words of those before it. */
    void observeOther(long line, Object value) {
        other = true;
        if (firstOther == 0) {
            firstOther = line;
            firstOtherShape = Shape.of(value.toString());
        }
    }

    /** Whether most values are truth values, and some are not, or in other words. */
    boolean isNearly(long values) {
        return firstOther > 0 && read * 2 > values;
    }

    long firstOther() {
        return firstOther;
    }

    String firstOtherShape() {
        return firstOtherShape;
    }

    /** Whether all values are, and it can be told. */
    boolean isCertain() {
        return !other
                && (given
                        || possible.size() < TruthWords.values().length
                                && possible.stream()
                                        .anyMatch(pair -> pair.isPlain() || yes.contains(pair) && no.contains(pair))
                        || possible.size() == TruthWords.values().length);
    }

    /** Whether the rest of the file may show that they are. */
    boolean isOpen() {
        return !other && !isCertain();
    }
}
