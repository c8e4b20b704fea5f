package insights.segment.optout;

import com.fasterxml.jackson.databind.JsonNode;
import insights.common.text.CleanText;
import insights.segment.field.TruthWords;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an attribute that is there already says, when its field is made one of opt-outs. Nobody says by which words its file
 * meant true and false any more, so whatever is there and does not plainly say no is an opt-out.
 */
final class StoredOptOut {

    private static final Set<String> NO = with(false, "off");
    private static final Set<String> YES = with(true, "on");

    private StoredOptOut() {}

    /** The words, in lower case, by which an attribute plainly says that somebody did not opt out. */
    static String[] plainlyIn(boolean turnedRound) {
        return (turnedRound ? YES : NO).toArray(String[]::new);
    }

    /** @param turnedRound whether it says who wants mail: then whatever does not plainly say yes is an opt-out */
    static boolean isOut(JsonNode value, boolean turnedRound) {
        if (value == null || value.isNull()) {
            return false;
        }
        if (value.isNumber()) {
            return (value.decimalValue().signum() == 0) == turnedRound;
        }
        String text = CleanText.of(value.asText()).toLowerCase(Locale.ROOT);
        return !text.isEmpty() && !(turnedRound ? YES : NO).contains(text);
    }

    private static Set<String> with(boolean truth, String... more) {
        return Stream.concat(TruthWords.all(truth).stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
