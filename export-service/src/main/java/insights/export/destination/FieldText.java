package insights.export.destination;

import com.fasterxml.jackson.databind.JsonNode;
import insights.common.text.CleanText;
import java.util.Optional;
import java.util.regex.Pattern;

/** The value of an attribute as text. */
public final class FieldText {

    /** Line breaks and tabs separate words; a mail tool puts values into subject lines. */
    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029]+");

    /** One for all kinds of them. */
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n|[\\n\\x0B\\f\\r\\x85\\u2028\\u2029]");

    private static final Pattern CONTROLS_IN_LINES = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n]]");

    /** The rest that no text has: control characters, and halves of characters. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private FieldText() {}

    /** Without what cannot be seen around it and control characters inside; empty when nothing is left. */
    public static Optional<String> of(JsonNode value) {
        return Optional.ofNullable(value)
                .filter(node -> !node.isNull())
                .map(node -> node.isNumber()
                        ? node.decimalValue().stripTrailingZeros().toPlainString()
                        : node.asText())
                .map(FieldText::clean)
                .filter(text -> !text.isEmpty());
    }

    /** A text of several lines, which stay lines: remarks, addresses. For fields that are shown as a paragraph. */
    public static String lines(String value) {
        String clean = LINE_ENDS.matcher(CleanText.of(value)).replaceAll("\n").replace('\t', ' ');
        return CleanText.of(CONTROLS_IN_LINES.matcher(clean).replaceAll(""));
    }

    private static String clean(String text) {
        String clean = CleanText.of(text);
        return CleanText.hasInvisible(clean)
                ? CleanText.of(
                        CONTROLS.matcher(BREAKS.matcher(clean).replaceAll(" ")).replaceAll(""))
                : clean;
    }
}
