package insights.segment.file.column;

import insights.segment.field.TruthWords;
import insights.segment.file.text.CellText;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** What PostgreSQL and MySQL write for it, and nobody else for anything. */
    private static final String OF_DATABASES = "\\N";

    /** Whether a text that is not empty stands for no value. */
    public boolean isMissing(String text) {
        return text.equals(OF_DATABASES) || !missing.isEmpty() && missing.contains(text);
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

    /** Whether they mean the contrary of what they usually do. Then all others that are understood always do, too. */
    public boolean areTurnedRound() {
        return !yes.isEmpty() && yes.stream().anyMatch(word -> Boolean.FALSE.equals(TruthWords.read(word)));
    }

    /** Whether any are given for true or false. */
    public boolean sayTruths() {
        return !yes.isEmpty() || !no.isEmpty();
    }

    /** Whether any of them are understood always, and mean what they always do. */
    public boolean sayUsual() {
        return yes.stream().anyMatch(word -> Boolean.TRUE.equals(TruthWords.read(word)))
                || no.stream().anyMatch(word -> Boolean.FALSE.equals(TruthWords.read(word)));
    }

    /** Those of columns that nobody said to be turned round: words that are understood always keep their meaning. */
    public Words usual() {
        return new Words(missing, without(yes, Boolean.FALSE), without(no, Boolean.TRUE));
    }

    /** None for true and false: what is understood always is all that is. */
    public Words withoutTruths() {
        return new Words(missing, Set.of(), Set.of());
    }

    /** Whether a text is one of those for true and false that nobody else uses. */
    public boolean isOwn(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return (yes.contains(word) || no.contains(word)) && TruthWords.read(word) == null;
    }

    private static Set<String> without(Set<String> words, Boolean meaning) {
        return words.stream()
                .filter(word -> !meaning.equals(TruthWords.read(word)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How one of the words is meant that are understood always. */
    public enum Use {
        /** For the contrary. */
        TURNED_ROUND,
        /** As everywhere else, and that was said. */
        SAID,
        /** As everywhere else, because nobody said anything of it. */
        UNSAID
    }

    /** How the text is meant if it is such a word. */
    public Optional<Use> use(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(TruthWords.read(word))
                .map(usual -> !yes.contains(word) && !no.contains(word)
                        ? areTurnedRound() ? Use.TURNED_ROUND : Use.UNSAID
                        : yes.contains(word) == usual ? Use.SAID : Use.TURNED_ROUND);
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
        return no.contains(word) ? Boolean.FALSE : truth(TruthWords.read(word));
    }

    /** The truth value that is meant by one of JSON, or by a word that is understood always. */
    public Boolean truth(Boolean usual) {
        return usual == null ? null : Boolean.valueOf(usual != areTurnedRound());
    }
}
