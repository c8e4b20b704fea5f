package insights.common.address;

import insights.common.text.CleanText;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks for addresses in a text that is none itself: damaged, several, or one in a sentence, a link or a web page. */
final class DamagedText {

    /** What may stand around and between addresses, beside blanks and control characters. */
    private static final String BETWEEN = ",;:<>()[]\"|\\、，；：｜“”„‟″′«»‹›‘‚＜＞…—–•·";

    /** What may stand there, too, though addresses may have it in them. */
    private static final String ALSO_BETWEEN = BETWEEN + "’/?&=*#!{}`~^$%";

    /** What begins a line of a list, or sets a word off, though local parts may begin so. */
    private static final String MARKS_BEFORE = "-_'’";

    private static final String EDGES = ".'’";

    /** What follows a domain, which has none of it. */
    private static final Pattern AFTER_DOMAIN = Pattern.compile("(@[^@_]{1,250})_[^@]*$");

    private static final Pattern LABEL = Pattern.compile(
            "(?<![\\p{L}\\d])(?:e-?mail|mail|mailto|smtp|to|address|adresse|indirizzo|correo)[=:]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private static final Pattern COMMA_IN_DOMAIN =
            Pattern.compile("(@[\\p{L}\\d.-]{1,250}),(?=(?:[\\p{L}\\d-]{1,63}\\.){0,5}\\p{L}{2,20}(?![\\p{L}\\d@.-]))");

    private static final int LAST_ASCII = 0x7F;
    private static final String SIGNS_OF_LABELS = "=:";

    private final String seen;
    private final Set<String> looked = new HashSet<>();
    private final Set<String> parsed = new HashSet<>();
    private final Set<EmailAddress> found = new LinkedHashSet<>();

    private DamagedText(String seen) {
        this.seen = seen;
    }

    /** Whether a text that is an address may be a writing of another one. */
    static boolean mayMeanAnother(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > LAST_ASCII || c == '%' || c == '=' && LABEL.matcher(text).lookingAt()) {
                return true;
            }
        }
        return !text.isEmpty() && MARKS_BEFORE.indexOf(text.charAt(0)) >= 0;
    }

    static List<EmailAddress> addresses(String text) {
        return new DamagedText(MendedText.unmasked(withoutInvisible(CleanText.of(text)))).addresses();
    }

    private List<EmailAddress> addresses() {
        String mended = MendedText.of(seen);
        look(seen);
        look(mended);
        take(ALSO_BETWEEN, mended);
        look(mended.indexOf(',') < 0 ? mended : COMMA_IN_DOMAIN.matcher(mended).replaceAll("$1."));
        if (mended.indexOf('@') < 0 || mended.contains("..")) {
            look(MendedText.fromWords(mended));
        }
        if (!isAscii(mended)) {
            look(MendedText.lowered(mended));
        }
        if (!isAscii(seen)) {
            look(MendedText.of(Normalizer.normalize(seen, Normalizer.Form.NFKC)));
        }
        if (MendedText.hasAny(seen, SIGNS_OF_LABELS) || seen.contains("&amp;")) {
            look(MendedText.of(LABEL.matcher(seen).replaceAll(" ").replace("&amp;", "&")));
        }
        if (!isAbsent(mended, '@')) {
            look(BLANKS.matcher(mended).replaceAll(""));
        }
        return List.copyOf(found);
    }

    /** Takes what is between signs, if that was not done for the same text before: most of what is tried changes nothing. */
    private void look(String text) {
        if (looked.add(text)) {
            take(BETWEEN, text);
        }
    }

    private void take(String between, String text) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isBetween(between, text.charAt(i))) {
                takePart(text.substring(from, i));
                from = i + 1;
            }
        }
    }

    private static boolean isBetween(String between, char c) {
        return c <= ' '
                || between.indexOf(c) >= 0
                || c >= LAST_ASCII && (Character.isISOControl(c) || Character.isSpaceChar(c));
    }

    private void takePart(String part) {
        if (part.indexOf('@') < 0) {
            return;
        }
        String whole = without(EDGES, part, true);
        String unmarked = without(MARKS_BEFORE, whole, false);
        take(whole);
        take(unmarked);
        if (unmarked.indexOf('_') >= 0) {
            take(AFTER_DOMAIN.matcher(unmarked).replaceFirst("$1"));
        }
    }

    /** Without such signs at its beginning, and at its end. */
    private static String without(String signs, String part, boolean end) {
        int from = 0;
        int to = part.length();
        while (from < to && signs.indexOf(part.charAt(from)) >= 0) {
            from++;
        }
        while (end && to > from && signs.indexOf(part.charAt(to - 1)) >= 0) {
            to--;
        }
        return part.substring(from, to);
    }

    private void take(String part) {
        if (parsed.add(part)) {
            EmailAddress.parse(part).ifPresent(found::add);
        }
    }

    /** Whether there is not exactly one of them. */
    private static boolean isAbsent(String text, char sign) {
        int first = text.indexOf(sign);
        return first < 0 || text.indexOf(sign, first + 1) >= 0;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static String withoutInvisible(String text) {
        return !CleanText.hasInvisible(text)
                ? text
                : text.codePoints()
                        .filter(character -> Character.isWhitespace(character)
                                || Character.isSpaceChar(character)
                                || !CleanText.hasInvisible(Character.toString(character)))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
