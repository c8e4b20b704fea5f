package insights.segment.file;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a file for missing, true and false, beyond those that are understood always ({@link TruthWords}).
 *
 * @param missing exactly as the file writes them
 * @param yes in lower case
 * @param no in lower case
 */
public record Words(Set<String> missing, Set<String> yes, Set<String> no) {

    /** None of its own. */
    public static final Words NONE = new Words(Set.of(), Set.of(), Set.of());

    /** Whether a text that is not empty stands for no value. */
    boolean isMissing(String text) {
        return !missing.isEmpty() && missing.contains(text);
    }

    /**
     * The parameter, {@code true} or {@code false}, that has a word which means the other one, too. Both may be turned round
     * together, which says outright that a column is one of consents; one alone is a slip.
     */
    public Optional<String> wordThatIsBoth() {
        boolean yesIsNo = yes.stream().anyMatch(word -> Boolean.FALSE.equals(TruthWords.read(word)));
        boolean noIsYes = no.stream().anyMatch(word -> Boolean.TRUE.equals(TruthWords.read(word)));
        if (yes.stream().anyMatch(no::contains) || yesIsNo && !noIsYes) {
            return Optional.of("true");
        }
        return noIsYes && !yesIsNo ? Optional.of("false") : Optional.empty();
    }

    /** Whether any are given for true or false. */
    public boolean sayTruths() {
        return !yes.isEmpty() || !no.isEmpty();
    }

    /** Whether they are for the contrary of what they mean everywhere else. */
    public boolean areTurnedRound() {
        return yes.stream().anyMatch(word -> Boolean.FALSE.equals(TruthWords.read(word)));
    }

    /** Whether a word for what is missing says true or false: whoever it stands for would say nothing any more. */
    public boolean haveMissingTruth() {
        return missing.stream().anyMatch(word -> truth(CellText.of(word)) != null);
    }

    /** The truth value that a text is, or null. */
    public Boolean truth(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (yes.contains(word)) {
            return Boolean.TRUE;
        }
        return no.contains(word) ? Boolean.FALSE : TruthWords.read(word);
    }
}
