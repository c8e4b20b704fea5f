package insights.segment.field;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pairs of words for true and false, as programs and people of several languages write them, in lower case. */
public enum TruthWords {
    TRUE_FALSE(true, "true", "false"),
    ITALIAN(true, "vero", "falso"),
    SPANISH(true, "verdadero", "falso"),
    PORTUGUESE(true, "verdadeiro", "falso"),
    GERMAN(true, "wahr", "falsch"),
    FRENCH(true, "vrai", "faux"),
    DUTCH(true, "waar", "onwaar"),
    YES_NO(false, "yes", "no"),
    Y_N(false, "y", "n"),
    T_F(false, "t", "f"),
    JA_NEIN(false, "ja", "nein"),
    JA_NEE(false, "ja", "nee"),
    OUI_NON(false, "oui", "non"),
    SIM_NAO(false, "sim", "não"),
    SI_ITALIAN(false, "sì", "no"),
    SI_SPANISH(false, "sí", "no"),
    SI_PLAIN(false, "si", "no");

    /** Longer texts are none of them. */
    public static final int LONGEST = 10;

    private static final Set<String> YES =
            Arrays.stream(values()).map(words -> words.yes).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> NO =
            Arrays.stream(values()).map(words -> words.no).collect(Collectors.toUnmodifiableSet());

    /** Too short to tell what a column is, and part of no pair; or what programs make of 1 and 0 in a column with gaps. */
    private static final Set<String> ALSO_YES = Set.of("1", "1.0", "s", "j", "o");

    private static final Set<String> ALSO_NO = Set.of("0", "0.0");

    private final boolean plain;
    private final String yes;
    private final String no;

    TruthWords(boolean plain, String yes, String no) {
        this.plain = plain;
        this.yes = yes;
        this.no = no;
    }

    /** Whether one of the two suffices to tell what a column is; for others both must be seen, as NO is Norway, too. */
    public boolean isPlain() {
        return plain;
    }

    /** Whether it is the pair's word for true. */
    public boolean isYes(String word) {
        return yes.equals(word);
    }

    /** Whether it is the pair's word for false. */
    public boolean isNo(String word) {
        return no.equals(word);
    }

    /** Whether the word is one of a pair. */
    public static boolean isOne(String word) {
        return YES.contains(word) || NO.contains(word);
    }

    /** Where it is known that a truth value is meant; null when the word is none. */
    public static Boolean read(String word) {
        return YES.contains(word) || ALSO_YES.contains(word)
                ? Boolean.TRUE
                : NO.contains(word) || ALSO_NO.contains(word) ? Boolean.FALSE : null;
    }

    /** All words that {@link #read} takes for true, or for false. */
    public static Set<String> all(boolean truth) {
        return Stream.concat((truth ? YES : NO).stream(), (truth ? ALSO_YES : ALSO_NO).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
