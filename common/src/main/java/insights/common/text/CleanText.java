package insights.common.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/**
 * Text so that what looks the same is the same: composed (NFC), without spaces and invisible characters at its edges.
 * Spreadsheets, web pages and address books leave no-break spaces, byte order marks, zero-width spaces and marks of
 * direction around what is copied out of them. Which characters are invisible is Unicode's property
 * Default_Ignorable_Code_Point (UAX #44), and what else draws nothing.
 */
public final class CleanText {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int BRAILLE_BLANK = 0x2800;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;
    private static final int LAST_ASCII = 0x7F;

    private CleanText() {}

    /** The text composed, and without what cannot be seen before and after it; empty when nothing of it can be seen. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String composed = NFC.normalize(text);
        int begin = 0;
        while (begin < composed.length() && isEmpty(composed.codePointAt(begin))) {
            begin += Character.charCount(composed.codePointAt(begin));
        }
        int end = composed.length();
        while (end > begin && isEmpty(composed.codePointBefore(end))) {
            end -= Character.charCount(composed.codePointBefore(end));
        }
        return composed.substring(begin, withItsTail(composed, begin, end));
    }

    /**
     * Whether something in the text cannot be seen, or not be told from something else: an invisible character, a control
     * character, half of a character, a line break, a space that is not the ordinary one. Meant for ids, after {@link #of}:
     * two of them that nobody can tell apart are two people of whom one is never found.
     */
    public static boolean hasInvisible(String text) {
        return !isPlainWithSpaces(text) && text.codePoints().anyMatch(CleanText::isInvisible);
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.SPACE_SEPARATOR -> character != ' ';
            default -> drawsNothing(character);
        };
    }

    private static boolean isEmpty(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\u0085'
                || drawsNothing(character);
    }

    private static boolean drawsNothing(int character) {
        return character > LAST_ASCII
                && (character == BRAILLE_BLANK
                        || UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT));
    }

    /** Where the text ends with the joiners, variation selectors and tags that give its last letter or emoji its shape. */
    private static int withItsTail(String text, int begin, int end) {
        if (end == begin || text.codePointBefore(end) <= LAST_ASCII) {
            return end;
        }
        int tail = end;
        while (tail < text.length() && shapes(text.codePointAt(tail))) {
            tail += Character.charCount(text.codePointAt(tail));
        }
        return tail;
    }

    private static boolean shapes(int character) {
        return character == ZERO_WIDTH_JOINER
                || character == ZERO_WIDTH_NON_JOINER
                || (character >= FIRST_TAG && character <= LAST_TAG)
                || UCharacter.hasBinaryProperty(character, UProperty.VARIATION_SELECTOR);
    }

    /** What nearly all texts are: nothing to compose and nothing to take away. */
    private static boolean isPlain(String text) {
        return isPlainWithSpaces(text)
                && (text.isEmpty() || (text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' '));
    }

    private static boolean isPlainWithSpaces(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character >= LAST_ASCII) {
                return false;
            }
        }
        return true;
    }
}
