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

    private PhoneNumber() {}

    /** With a country code Ortto takes it apart; without, it is what people dial there. Empty for what is no number. */
    static Optional<JsonNode> of(String text) {
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
