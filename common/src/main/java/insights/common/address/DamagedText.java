package insights.common.address;

import insights.common.text.CleanText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for addresses in a text that is none itself: damaged, several, or one in a sentence, a link or a web page. */
final class DamagedText {

    /** What may stand around and between addresses. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Cc},;:<>()\\[\\]\"|\\\\、，；：｜]+");

    /** What may stand there, too, though addresses may have it in them. */
    private static final Pattern ALSO_BETWEEN =
            Pattern.compile("[\\s\\p{Z}\\p{Cc},;:<>()\\[\\]\"|\\\\、，；：｜/?&=*#!{}`~^$%]+");

    private static final Pattern EDGES = Pattern.compile("^[.'’]+|[.'’]+$");
    private static final Pattern OF_WEB_PAGES = Pattern.compile("&(?:[a-zA-Z]{2,8}|#\\d{1,6}|#x[0-9a-fA-F]{1,6});");
    private static final Pattern AROUND_AT =
            Pattern.compile("[\\s\\p{Z}]{0,9}(?:[@\\uff20\\ufe6b]|%40)[\\s\\p{Z}]{0,9}");
    private static final Pattern DOTS = Pattern.compile("[\\uff0e\\u3002\\uff61]");
    private static final Pattern COMMA_IN_DOMAIN =
            Pattern.compile("(@[\\p{L}\\d.-]{1,250}),(?=\\p{L}{2,20}(?![\\p{L}\\d@.-]))");

    private DamagedText() {}

    static List<EmailAddress> addresses(String text) {
        String seen = withoutInvisible(CleanText.of(text));
        String mended = DOTS.matcher(AROUND_AT
                        .matcher(OF_WEB_PAGES.matcher(seen).replaceAll(" "))
                        .replaceAll("@"))
                .replaceAll(".");
        return Stream.of(
                        parts(BETWEEN, seen),
                        parts(BETWEEN, mended),
                        parts(ALSO_BETWEEN, mended),
                        parts(BETWEEN, COMMA_IN_DOMAIN.matcher(mended).replaceAll("$1.")))
                .flatMap(parts -> parts)
                .distinct()
                .toList();
    }

    private static Stream<EmailAddress> parts(Pattern between, String text) {
        return Arrays.stream(between.split(text))
                .map(part -> EDGES.matcher(part).replaceAll(""))
                .map(EmailAddress::parse)
                .flatMap(Optional::stream);
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
