package insights.export.ortto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number as Ortto takes it ({@code ortto-api.md}, "Field ids"). */
final class PhoneNumber {

    /** The zero that is dialled at home only: +44 (0)20. */
    private static final Pattern TRUNK = Pattern.compile("\\(0\\)");

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}().\\-/\u2010-\u2013]+");

    /** ITU-T E.164 has 15 digits at most; the longest country codes have 3. */
    private static final Pattern INTERNATIONAL = Pattern.compile("(?:\\+|00)([1-9][0-9]{5,14})");

    private static final Pattern NATIONAL = Pattern.compile("[0-9]{3,15}");

    /** What a telephone number cannot begin with; further on these stand between digits. */
    private static final Pattern NO_BEGINNING = Pattern.compile("^[.,\\-/\u2010-\u2015\u2212]");

    private PhoneNumber() {}

    /** The sign and the point of a number would be lost among the dashes and dots that people write between digits. */
    static Optional<JsonNode> of(JsonNode value, String text) {
        return value.isNumber() && value.decimalValue().stripTrailingZeros().scale() > 0 ? Optional.empty() : of(text);
    }

    /** With a country code Ortto takes it apart; without, it is what people dial there. Empty for what is no number. */
    private static Optional<JsonNode> of(String text) {
        if (NO_BEGINNING.matcher(text).find()) {
            return Optional.empty();
        }
        String digits = BETWEEN.matcher(TRUNK.matcher(text).replaceAll("")).replaceAll("");
        var international = INTERNATIONAL.matcher(digits);
        if (international.matches()) {
            return Optional.of(JsonNodeFactory.instance
                    .objectNode()
                    .put("phone", international.group(1))
                    .put("parse_with_country_code", true));
        }
        return NATIONAL.matcher(digits).matches()
                ? Optional.of(JsonNodeFactory.instance.objectNode().put("n", digits))
                : Optional.empty();
    }
}
