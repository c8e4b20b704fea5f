package insights.segment.file;

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

    TruthEvidence(Words words) {
        this.words = words;
    }

    void observe(String text) {
        if (other) {
            return;
        }
        String word = text.length() > TruthWords.LONGEST ? "" : text.toLowerCase(Locale.ROOT);
        if (words.yes().contains(word) || words.no().contains(word)) {
            given = true;
            return;
        }
        possible.removeIf(pair -> !pair.isYes(word) && !pair.isNo(word));
        for (TruthWords pair : possible) {
            (pair.isYes(word) ? yes : no).add(pair);
        }
        other = possible.isEmpty();
    }

    /** A value that is no truth value. */
    void observeOther() {
        other = true;
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
