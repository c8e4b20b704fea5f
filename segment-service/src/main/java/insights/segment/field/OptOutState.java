package insights.segment.field;

import java.util.BitSet;
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

    private static final String SEPARATORS = ";,|";

    private static final Set<String> AMONG_OTHERS = StateWords.plain();
    private static final Set<String> ALONE = StateWords.whole();

    private static final Set<String> IN_OTHER_ALPHABETS = Set.of(
            "отписан", "отписана", "отписался", "отписалась", "отказ", "не подписан", "配信停止", "退订", "退訂", "수신거부");

    private static final int ASCII = 128;

    /** By two letters. */
    private static final BitSet BEGINNINGS = beginnings();

    private OptOutState() {}

    /** Whether the text is such a word, however it is written, or has one among others. Cheap enough for every cell of a file. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && mayBegin(text, 0) && isWord(text)
                || text.length() <= LONGEST_LIST && hasOneAmongOthers(text);
    }

    private static boolean isWord(String text) {
        String letters = FieldNames.letters(text);
        return AMONG_OTHERS.contains(letters)
                || ALONE.contains(letters)
                || IN_OTHER_ALPHABETS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean hasOneAmongOthers(String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (SEPARATORS.indexOf(text.charAt(i)) >= 0) {
                if (isAmongOthers(text, from, i)) {
                    return true;
                }
                from = i + 1;
            }
        }
        return from > 0 && isAmongOthers(text, from, text.length());
    }

    private static boolean isAmongOthers(String text, int from, int to) {
        int start = from;
        while (start < to && text.charAt(start) <= ' ') {
            start++;
        }
        return to - start > 1
                && mayBegin(text, start)
                && AMONG_OTHERS.contains(FieldNames.letters(text.substring(start, to)));
    }

    /** Most cells are told from such words by their beginning, which costs less than to look at all of them. */
    private static boolean mayBegin(String text, int from) {
        if (text.length() < from + 2) {
            return false;
        }
        char first = text.charAt(from);
        char second = text.charAt(from + 1);
        boolean isNumber = isDigit(first) || isDigit(second);
        return !isNumber && (!isLetter(first) || !isLetter(second) || BEGINNINGS.get(place(first, second)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        char lower = (char) (c | 0x20);
        return lower >= 'a' && lower <= 'z';
    }

    private static int place(char first, char second) {
        return (first | 0x20) * ASCII + (second | 0x20);
    }

    private static BitSet beginnings() {
        BitSet beginnings = new BitSet(ASCII * ASCII);
        Stream.concat(StateWords.plain().stream(), StateWords.whole().stream())
                .forEach(word -> beginnings.set(place(word.charAt(0), word.charAt(1))));
        return beginnings;
    }
}
