package insights.segment.rule;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;

/** A single value as JSON. */
final class JsonText {

    private JsonText() {}

    static String of(Object value) {
        return switch (value) {
            case String text ->
                "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
            case BigDecimal number -> number.toPlainString();
            case Boolean bool -> bool.toString();
            default -> throw new IllegalArgumentException(value.getClass().getName());
        };
    }
}
