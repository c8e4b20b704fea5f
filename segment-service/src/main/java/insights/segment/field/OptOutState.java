package insights.segment.field;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words by which mail tools, and people, say of somebody that they opted out, where a column has states and not yes or no:
 * {@code Unsubscribed} beside {@code Subscribed} and {@code Bounced}; also as one of several in a cell ({@code Customer;No newsletter}).
 */
public final class OptOutState {

    private static final int LONGEST = 40;

    /** Longer texts are no lists of states. */
    private static final int LONGEST_LIST = 200;

    private static final int SHORTEST_LIST = 8;

    private static final int SEPARATOR = -1;
    private static final int LAST_LATIN = 0x17F;

    /** What each character counts for: none, a letter without its accents, or what stands between several words. */
    private static final byte[] LETTERS = letters();

    private static final int MAX_LETTERS = 'z' - 'a' + 2;
    private static final boolean[][] BEGINNINGS = beginnings();

    private static final HashedWords PLAIN = new HashedWords(StateWords.plain(), LETTERS);
    private static final HashedWords WHOLE = new HashedWords(StateWords.whole(), LETTERS);

    private static final Set<String> IN_OTHER_ALPHABETS = Set.of(
            "отписан", "отписана", "отписался", "отписалась", "отказ", "не подписан", "配信停止", "退订", "退訂", "수신거부");

    private OptOutState() {}

    /** Whether the text is such a word, however it is written, or has one among others. Cheap enough for every cell of a file. */
    public static boolean isOne(String text) {
        int length = text.length();
        if (length < 2 || length > LONGEST_LIST || !(mayBegin(text) || isList(text))) {
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

    /** Most cells are told from such words by their beginning, which costs less than to look at all of them. */
    private static boolean mayBegin(String text) {
        char first = text.charAt(0);
        char second = text.charAt(1);
        return first > LAST_LATIN
                || second > LAST_LATIN
                || BEGINNINGS[Math.max(LETTERS[first], 0)][Math.max(LETTERS[second], 0)];
    }

    private static boolean isList(String text) {
        return text.length() > SHORTEST_LIST
                && (text.indexOf(';') > 0 || text.indexOf(',') > 0 || text.indexOf('|') > 0);
    }

    /** By two letters; where one of the two characters is none, anything but a number may begin so. */
    private static boolean[][] beginnings() {
        boolean[][] beginnings = new boolean[MAX_LETTERS][MAX_LETTERS];
        for (int letter = 1; letter < MAX_LETTERS; letter++) {
            beginnings[0][letter] = true;
            beginnings[letter][0] = true;
        }
        Stream.concat(StateWords.plain().stream(), StateWords.whole().stream())
                .forEach(word -> beginnings[LETTERS[word.charAt(0)]][LETTERS[word.charAt(1)]] = true);
        return beginnings;
    }

    private static byte[] letters() {
        byte[] letters = new byte[LAST_LATIN + 1];
        for (char c = 0; c <= LAST_LATIN; c++) {
            String plain = FieldNames.letters(String.valueOf(c));
            letters[c] = plain.isEmpty() ? 0 : (byte) (plain.charAt(0) - 'a' + 1);
        }
        for (char c : ";,|".toCharArray()) {
            letters[c] = SEPARATOR;
        }
        return letters;
    }
}
