package insights.common.address;

import insights.common.text.CleanText;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for addresses in a text that is none itself: damaged, several, or one in a sentence, a link or a web page. */
final class DamagedText {

    /** What may stand around and between addresses. */
    private static final Pattern BETWEEN =
            Pattern.compile("[\\s\\p{Z}\\p{Cc},;:<>()\\[\\]\"|\\\\、，；：｜“”„‟″′«»‹›‘‚＜＞…—–•·]+");

    /** What may stand there, too, though addresses may have it in them. */
    private static final Pattern ALSO_BETWEEN =
            Pattern.compile("[\\s\\p{Z}\\p{Cc},;:<>()\\[\\]\"|\\\\、，；：｜“”„‟″′«»‹›‘’‚＜＞…—–•·/?&=*#!{}`~^$%]+");

    /** What begins a line of a list, or sets a word off, though local parts may begin so. */
    private static final Pattern MARKS_BEFORE = Pattern.compile("^[-_'’]+");

    /** What follows a domain, which has none of it. */
    private static final Pattern AFTER_DOMAIN = Pattern.compile("(@[^@_]{1,250})_[^@]*$");

    private static final Pattern LABEL = Pattern.compile(
            "(?<![\\p{L}\\d])(?:e-?mail|mail|mailto|smtp|to|address|adresse|indirizzo|correo)[=:]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern OF_WEB_PAGES = Pattern.compile("&(?:[a-zA-Z]{2,8}|#\\d{1,6}|#x[0-9a-fA-F]{1,6});");

    /** Of any length, for which nothing may be tried again: that would take the stack, or the time, of a whole import. */
    private static final Pattern EDGES = Pattern.compile("^[.'’]++|(?<![.'’])[.'’]++$");

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

    private static final Pattern COMMA_IN_DOMAIN =
            Pattern.compile("(@[\\p{L}\\d.-]{1,250}),(?=(?:[\\p{L}\\d-]{1,63}\\.){0,5}\\p{L}{2,20}(?![\\p{L}\\d@.-]))");

    /** The rest of an address of which something is hidden is nobody's, and not that of whom the end of it would be. */
    private static final Pattern MASKED = Pattern.compile(
            "(?<![^\\s\\p{Z},;:<(\"'])[^\\s\\p{Z}@,;:<(\"'*\u2022\u25cf\u2219\u00b7]{1,63}+(?:\\*{2,}+|[\u2022\u25cf\u2219\u00b7]{2,}+)[^\\s\\p{Z}@,;]{0,64}+@");

    private static final Pattern OF_LINKS = Pattern.compile("%([2-7][0-9a-fA-F])");
    private static final int HEX = 16;
    private static final int LAST_ASCII = 0x7F;
    private static final char CAPITAL_DOTTED_I = '\u0130';
    private static final char DOTLESS_I = '\u0131';

    private DamagedText() {}

    /** Whether a text that is an address may be a writing of another one. */
    static boolean mayMeanAnother(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > LAST_ASCII || c == '%' || c == '=' && LABEL.matcher(text).lookingAt()) {
                return true;
            }
        }
        return MARKS_BEFORE.matcher(text).lookingAt();
    }

    static List<EmailAddress> addresses(String text) {
        String seen = MASKED.matcher(withoutInvisible(CleanText.of(text))).replaceAll(" ");
        String mended = mended(seen);
        String plain = Normalizer.normalize(seen, Normalizer.Form.NFKC);
        return Stream.of(
                        parts(BETWEEN, seen),
                        parts(BETWEEN, mended),
                        parts(ALSO_BETWEEN, mended),
                        parts(BETWEEN, COMMA_IN_DOMAIN.matcher(mended).replaceAll("$1.")),
                        mended.indexOf('@') >= 0 && !mended.contains("..")
                                ? Stream.<EmailAddress>empty()
                                : parts(BETWEEN, fromWords(mended)),
                        isAscii(mended) ? Stream.<EmailAddress>empty() : parts(BETWEEN, lowered(mended)),
                        plain.equals(seen) ? Stream.<EmailAddress>empty() : parts(BETWEEN, mended(plain)),
                        parts(
                                BETWEEN,
                                mended(LABEL.matcher(seen).replaceAll(" ").replace("&amp;", "&"))),
                        isAbsent(mended, '@')
                                ? Stream.<EmailAddress>empty()
                                : parts(BETWEEN, BLANKS.matcher(mended).replaceAll("")))
                .flatMap(parts -> parts)
                .distinct()
                .toList();
    }

    private static String mended(String text) {
        String decoded = OF_LINKS.matcher(text)
                .replaceAll(sign -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(sign.group(1), HEX))));
        String withAt = AROUND_AT.matcher(decoded).replaceAll("@");
        return DOTS.matcher(OF_WEB_PAGES.matcher(withAt).replaceAll(" ")).replaceAll(".");
    }

    private static String fromWords(String text) {
        return DOT_IN_WORDS.matcher(AT_IN_WORDS.matcher(text).replaceAll("@")).replaceAll(".");
    }

    private static Stream<EmailAddress> parts(Pattern between, String text) {
        return Arrays.stream(between.split(text))
                .map(part -> EDGES.matcher(part).replaceAll(""))
                .flatMap(part -> Stream.of(
                        part,
                        MARKS_BEFORE.matcher(part).replaceFirst(""),
                        AFTER_DOMAIN
                                .matcher(MARKS_BEFORE.matcher(part).replaceFirst(""))
                                .replaceFirst("$1")))
                .distinct()
                .map(EmailAddress::parse)
                .flatMap(Optional::stream);
    }

    /** Whether there is not exactly one of them. */
    private static boolean isAbsent(String text, char sign) {
        int first = text.indexOf(sign);
        return first < 0 || text.indexOf(sign, first + 1) >= 0;
    }

    /**
     * In lower case throughout, whether the mail system tells Ö from ö or not; with the i that a Turkish spreadsheet makes an İ
     * of, or an ı of I.
     */
    private static String lowered(String text) {
        return text.replace(CAPITAL_DOTTED_I, 'i').replace(DOTLESS_I, 'i').toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character <= LAST_ASCII);
    }

    private static String withoutInvisible(String text) {
        return text.codePoints()
                .filter(character -> Character.isWhitespace(character)
                        || Character.isSpaceChar(character)
                        || !CleanText.hasInvisible(Character.toString(character)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
