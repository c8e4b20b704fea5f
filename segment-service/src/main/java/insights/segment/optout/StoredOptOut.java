package insights.segment.optout;

import com.fasterxml.jackson.databind.JsonNode;
import insights.common.text.CleanText;
import java.util.Locale;
import java.util.Set;

/**
 * What an attribute that is there already says, when its field is made one of opt-outs. Nobody says by which words its file
 * meant true and false any more, so whatever is there and does not plainly say no is an opt-out.
 */
final class StoredOptOut {

    private static final Set<String> NO =
            Set.of("false", "f", "no", "n", "0", "0.0", "falso", "nein", "non", "não", "nee", "off");

    private StoredOptOut() {}

    static boolean isOut(JsonNode value) {
        if (value == null || value.isNull()) {
            return false;
        }
        if (value.isNumber()) {
            return value.decimalValue().signum() != 0;
        }
        String text = CleanText.of(value.asText()).toLowerCase(Locale.ROOT);
        return !text.isEmpty() && !NO.contains(text);
    }
}
