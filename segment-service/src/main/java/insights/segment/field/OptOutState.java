package insights.segment.field;

import java.util.Locale;
import java.util.Set;

/**
 * Words by which mail tools, and people, say of somebody that they opted out, where a column has states and not yes or no:
 * {@code Unsubscribed} beside {@code Subscribed} and {@code Bounced}; also as one of several in a cell ({@code Customer;No newsletter}).
 */
public final class OptOutState {

    private static final int LONGEST = 40;

    /** Longer texts are no lists of states. */
    private static final int LONGEST_LIST = 200;

    private static final int SEPARATOR = -1;
    private static final int LAST_LATIN = 0x17F;

    /** What each character counts for: none, a letter without its accents, or what stands between several words. */
    private static final byte[] LETTERS = letters();

    private static final HashedWords PLAIN = new HashedWords(StateWords.plain(), LETTERS);
    private static final HashedWords WHOLE = new HashedWords(StateWords.whole(), LETTERS);

    private static final Set<String> IN_OTHER_ALPHABETS = Set.of(
            "отписан", "отписана", "отписался", "отписалась", "отказ", "не подписан", "配信停止", "退订", "退訂", "수신거부");

    private OptOutState() {}

    /** Whether the text is such a word, however it is written, or has one among others. Cheap enough for every cell of a file. */
    public static boolean isOne(String text) {
        int length = text.length();
        if (length > LONGEST_LIST) {
            return false;
        }
        long whole = 0;
        long part = 0;
        boolean several = false;
        boolean latin = true;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c > LAST_LATIN) {
                latin = false;
                continue;
            }
            int letter = LETTERS[c];
            if (letter > 0) {
                whole = HashedWords.next(whole, letter);
                part = HashedWords.next(part, letter);
            } else if (letter == SEPARATOR) {
                if (PLAIN.has(part)) {
                    return true;
                }
                part = 0;
                several = true;
            }
        }
        return several && PLAIN.has(part)
                || length <= LONGEST
                        && (PLAIN.has(whole)
                                || WHOLE.has(whole)
                                || !latin && IN_OTHER_ALPHABETS.contains(text.toLowerCase(Locale.ROOT)));
    }

    private static byte[] letters() {
        byte[] letters = new byte[LAST_LATIN + 1];
        for (char c = 0; c <= LAST_LATIN; c++) {
            String plain = FieldNames.letters(String.valueOf(c));
            letters[c] = plain.isEmpty() ? 0 : (byte) (plain.charAt(0) - 'a' + 1);
        }
        for (char c : ";,|\n\r\t".toCharArray()) {
            letters[c] = SEPARATOR;
        }
        return letters;
    }
}
