package insights.common.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Optional;

/**
 * Says of text that is not the JSON that it should be what is wrong with it, wherever the parser noticed: in the middle of a
 * value what it threw comes wrapped, as if the value were of another type. Jackson tells these by words alone.
 */
final class BrokenJson {

    private BrokenJson() {}

    /** Empty where what was read is JSON, and something else is wrong. */
    static Optional<String> cure(JsonProcessingException exception) {
        StreamConstraintsException beyond = Causes.find(exception, StreamConstraintsException.class);
        if (beyond != null) {
            return Optional.of(limit(beyond.getOriginalMessage()));
        }
        JsonParseException parse = Causes.find(exception, JsonParseException.class);
        if (parse != null) {
            return Optional.of(cure(parse.getOriginalMessage()) + place(parse.getLocation()));
        }
        boolean goesOn = exception instanceof MismatchedInputException
                && exception.getOriginalMessage().startsWith("Trailing token");
        return goesOn ? Optional.of("Send one value of JSON: something comes after its end.") : Optional.empty();
    }

    private static String limit(String message) {
        StreamReadConstraints limits = StreamReadConstraints.defaults();
        if (message.startsWith("Document nesting depth")) {
            return "Send JSON of at most %d levels: this goes deeper.".formatted(limits.getMaxNestingDepth());
        }
        return message.startsWith("Number")
                ? "Send numbers of at most %d digits: one has more.".formatted(limits.getMaxNumberLength())
                : "Send shorter texts: one is longer than any may be.";
    }

    private static String cure(String message) {
        if (message.startsWith("Duplicate field")) {
            return "Send every member once: this one is there already";
        }
        if (message.startsWith("Invalid UTF-8")) {
            return "Send the text in UTF-8: this is not";
        }
        if (message.startsWith("Illegal unquoted character")) {
            return "Write control characters in texts as JSON escapes them, like \\n or \\u0009: this one is not";
        }
        return "Send well-formed JSON: this is not";
    }

    private static String place(JsonLocation at) {
        return at == null ? "." : " (line %d, column %d).".formatted(at.getLineNr(), at.getColumnNr());
    }
}
