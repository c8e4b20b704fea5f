package insights.segment.rule;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads what a condition compares with, and no more of it than a condition may have. */
final class RuleValueReader {

    private RuleValueReader() {}

    /** From the token that the value begins with to the one it ends with. */
    static RuleValue read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return single(parser);
        }
        List<RuleValue> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            // One more than may be there is enough to tell that there are too many.
            if (values.size() <= RuleReader.MAX_LIST) {
                values.add(single(parser));
            } else {
                parser.skipChildren();
            }
        }
        return new RuleValue.Many(List.copyOf(values));
    }

    private static RuleValue single(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> new RuleValue.Text(shortened(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new RuleValue.Number(plain(parser.getDecimalValue()));
            case VALUE_TRUE -> new RuleValue.Truth(true);
            case VALUE_FALSE -> new RuleValue.Truth(false);
            default -> {
                parser.skipChildren();
                yield new RuleValue.Unfit();
            }
        };
    }

    /** One character more than there may be is enough to tell that there are too many. */
    private static String shortened(String text) {
        return text.length() <= OperandParser.MAX_TEXT ? text : text.substring(0, OperandParser.MAX_TEXT + 1);
    }

    /** As the database writes it, so that a rule that is written down and read again is the same. */
    private static BigDecimal plain(BigDecimal number) {
        return OperandParser.isInReason(number) ? new BigDecimal(number.toPlainString()) : number;
    }
}
