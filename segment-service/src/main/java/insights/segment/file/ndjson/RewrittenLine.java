package insights.segment.file.ndjson;

import java.util.regex.Pattern;

/**
 * A line of JSON that went through something that writes its quotes in another way: as text inside of JSON or CSV, by a web page
 * or a word processor, or as the source of a program.
 */
final class RewrittenLine {

    private static final Pattern QUOTES =
            Pattern.compile("\\\\+[\"']|\"\"|&quot;|&#0{0,4}34;|&#[xX]0{0,4}22;|[“”„‟«»]");
    private static final Pattern ARROWS = Pattern.compile("=>|&#0{0,4}58;");
    /** Of Python 2, and of Ruby. */
    private static final Pattern MARKS_OF_TEXTS = Pattern.compile("(?<![\\p{L}\\d\"'])u(?=[\"'])");

    private static final Pattern SYMBOLS = Pattern.compile(":([\\p{L}_][\\p{L}\\d_]{0,99})(?=\\s{0,9}(?:=>|=&gt;))");

    private static final Pattern SEMICOLONS = Pattern.compile(";(?=\\s{0,9}[\"'}])");
    private static final Pattern LAST_BRACKET = Pattern.compile("[)\\]][\\s;,]{0,9}$");

    private RewrittenLine() {}

    /** The line as it was before, as far as that can be guessed. */
    static String before(String line) {
        String plain =
                SYMBOLS.matcher(MARKS_OF_TEXTS.matcher(line).replaceAll("")).replaceAll("\"$1\"");
        String quoted = QUOTES.matcher(plain).replaceAll("\"");
        String separated =
                SEMICOLONS.matcher(ARROWS.matcher(quoted).replaceAll(":")).replaceAll(",");
        return LAST_BRACKET.matcher(separated).replaceAll("}");
    }
}
