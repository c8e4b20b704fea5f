package insights.common.address;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text was before somebody, or a program, wrote its addresses otherwise. Expressions are tried only where something is that they
 * need: most texts have none of it, and there may be one of each person.
 */
final class MendedText {

    private static final Pattern OF_WEB_PAGES = Pattern.compile("&(?:[a-zA-Z]{2,8}|#\\d{1,6}|#x[0-9a-fA-F]{1,6});");

    /** As web pages and people write it who hide addresses from machines, and with a quote before it that ends a local part. */
    private static final Pattern AROUND_AT = Pattern.compile(
            "[\\s\\p{Z}\"]{0,9}(?:[@\\uff20\\ufe6b]|%40|&#0{0,4}64;|&#[xX]0{0,4}40;|&commat;"
                    + "|[(\\[{<][\\s\\p{Z}]{0,3}(?:at|@|chiocciola|arroba|klammeraffe)[\\s\\p{Z}]{0,3}[)\\]}>])++[\\s\\p{Z}]{0,9}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DOTS = Pattern.compile(
            "[\\uff0e\\u3002\\uff61]|[\\s\\p{Z}]{0,3}[(\\[{][\\s\\p{Z}]{0,3}(?:dot|punto|punkt|point|\\.)[\\s\\p{Z}]{0,3}[)\\]}][\\s\\p{Z}]{0,3}",
            Pattern.CASE_INSENSITIVE);
    /** As people say it, in a variant of its own: elsewhere they are words. */
    private static final Pattern AT_IN_WORDS = Pattern.compile(
            "[\\s\\p{Z}]{1,9}(?:at|chiocciola|arroba|klammeraffe)[\\s\\p{Z}]{1,9}", Pattern.CASE_INSENSITIVE);

    private static final Pattern DOT_IN_WORDS =
            Pattern.compile("[\\s\\p{Z}]{1,9}(?:dot|punto|punkt)[\\s\\p{Z}]{1,9}|\\.{2,}+", Pattern.CASE_INSENSITIVE);

    /** One of which something is hidden is nobody's, and not that of whom its last letters would be. */
    private static final Pattern MASKED = Pattern.compile(
            "(?<![^\\s\\p{Z},;:<(\"'])[^\\s\\p{Z}@,;:<(\"'*\u2022\u25cf\u2219\u00b7]{1,63}+(?:\\*{2,}+|[\u2022\u25cf\u2219\u00b7]{2,}+)[^\\s\\p{Z}@,;]{0,2}@");

    private static final Pattern OF_LINKS = Pattern.compile("%([2-7][0-9a-fA-F])");
    private static final int HEX = 16;
    private static final int LAST_ASCII = 0x7F;
    private static final char CAPITAL_DOTTED_I = '\u0130';
    private static final char DOTLESS_I = '\u0131';

    /** What must be somewhere in a text that the expression changes. */
    private static final String SIGNS_FOR_AT = "\uff20\ufe6b%&([{<";

    private static final String SIGNS_OF_DOTS = "\uff0e\u3002\uff61([{";
    private static final String SIGNS_OF_MASKS = "*\u2022\u25cf\u2219\u00b7";

    private MendedText() {}

    /** Without addresses of which something is hidden. */
    static String unmasked(String text) {
        return hasAny(text, SIGNS_OF_MASKS) ? MASKED.matcher(text).replaceAll(" ") : text;
    }

    /** With what stands for an @ or a dot as such, and without the signs of links and web pages. */
    static String of(String text) {
        String decoded = text.indexOf('%') < 0
                ? text
                : OF_LINKS.matcher(text)
                        .replaceAll(sign ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(sign.group(1), HEX))));
        String withAt =
                isMendedAt(decoded) ? decoded : AROUND_AT.matcher(decoded).replaceAll("@");
        String bare =
                withAt.indexOf('&') < 0 ? withAt : OF_WEB_PAGES.matcher(withAt).replaceAll(" ");
        return hasAny(bare, SIGNS_OF_DOTS) ? DOTS.matcher(bare).replaceAll(".") : bare;
    }

    /** Whether an @ is nothing but that, and nothing stands beside it that would go. */
    private static boolean isMendedAt(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SIGNS_FOR_AT.indexOf(c) >= 0
                    || c == '@'
                            && (i > 0 && goes(text.charAt(i - 1))
                                    || i + 1 < text.length() && goes(text.charAt(i + 1)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean goes(char beside) {
        return beside <= ' ' || beside > LAST_ASCII || beside == '"' || beside == '@';
    }

    /** Whether any of the signs is in the text. */
    static boolean hasAny(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    static String fromWords(String text) {
        return DOT_IN_WORDS.matcher(AT_IN_WORDS.matcher(text).replaceAll("@")).replaceAll(".");
    }

    /**
     * In lower case throughout, whether the mail system tells Ö from ö or not; with the i that a Turkish spreadsheet makes an İ
     * of, or an ı of I.
     */
    static String lowered(String text) {
        return text.replace(CAPITAL_DOTTED_I, 'i').replace(DOTLESS_I, 'i').toLowerCase(Locale.ROOT);
    }
}
