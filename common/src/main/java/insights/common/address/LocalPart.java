package insights.common.address;

import com.ibm.icu.text.Normalizer2;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What stands before the {@code @}: a dot-atom of RFC 5322 §3.2.3, with letters, marks and digits of one script (RFC 6531).
 *
 * <p>Letters that stand in for others make no address: those that some mail system or database takes for an ASCII letter
 * when it ignores case or composes (the Kelvin sign for k, dotless i, long s), and letters of two scripts together, as in a
 * Cyrillic а among Latin ones. Nor do masks, under which nobody knows who is. Somebody made them, or a damaged file did;
 * whoever has the address they look like would be mixed up with them.
 */
final class LocalPart {

    private static final String SIGNS = "!#$%&'*+-/=?^_`{|}~.";

    /** What shops and CRMs show to whom they do not show addresses: {@code x1***@example.com}. One alone may be anybody's. */
    private static final String MASK = "**";

    private static final int LAST_ASCII = 0x7F;

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    /** Scripts that are written together. */
    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL));

    private LocalPart() {}

    /** Whether all of its characters may be in one; where its dots are is not looked at. */
    static boolean isValid(String text) {
        if (text.contains(MASK)) {
            return false;
        }
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            boolean letter = isAsciiLetter(character);
            if (letter) {
                scripts.add(UnicodeScript.LATIN);
            } else if (character > LAST_ASCII) {
                if (!isWritten(character)) {
                    return false;
                }
                scripts.add(UnicodeScript.of(character));
            } else if (!(character >= '0' && character <= '9') && SIGNS.indexOf(character) < 0) {
                return false;
            }
        }
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        return scripts.size() <= 1 || TOGETHER.stream().anyMatch(together -> together.containsAll(scripts));
    }

    /** Whether a character of the text would be taken for an ASCII one by who ignores case or composes. */
    static boolean hasStandIn(String text) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (character > LAST_ASCII && standsIn(character)) {
                return true;
            }
        }
        return false;
    }

    /** With ASCII letters in lower case, and those only: whether É is é there is for the mail system to say. */
    static String canonical(String text) {
        StringBuilder canonical = new StringBuilder(text);
        for (int i = 0; i < canonical.length(); i++) {
            char character = canonical.charAt(i);
            if (character >= 'A' && character <= 'Z') {
                canonical.setCharAt(i, (char) (character + ('a' - 'A')));
            }
        }
        return canonical.toString();
    }

    private static boolean standsIn(int character) {
        String decomposed = NFC.getDecomposition(character);
        return Character.toLowerCase(character) <= LAST_ASCII
                || Character.toUpperCase(character) <= LAST_ASCII
                || (decomposed != null && decomposed.length() == 1 && decomposed.charAt(0) <= LAST_ASCII);
    }

    /** Width forms, ligatures and other compatibility characters are what somebody's font made of others. */
    private static boolean isWritten(int character) {
        if (!NFKC.isNormalized(Character.toString(character))) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean isAsciiLetter(int character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }
}
