package insights.common.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says where unreadable JSON is wrong, without repeating it: it may hold a key or personal data. */
final class JsonErrors {

    private JsonErrors() {}

    static HttpProblem problem(JsonProcessingException exception) {
        return Problem.of(CommonProblem.UNREADABLE_REQUEST, detail(exception), errors(exception));
    }

    private static String detail(JsonProcessingException exception) {
        if (exception instanceof UnrecognizedPropertyException) {
            return "Leave out the member listed under errors: this operation does not know it.";
        }
        JsonLocation again = duplicate(exception);
        if (again != null) {
            return "Send every member once: the one that line %d has at column %d is there already."
                    .formatted(again.getLineNr(), again.getColumnNr());
        }
        if (isText(exception)) {
            return "Correct the text listed under errors.";
        }
        if (exception instanceof JsonMappingException) {
            return "Correct the type of the value listed under errors.";
        }
        JsonLocation at = exception.getLocation();
        return at == null
                ? "Send well-formed JSON."
                : "Send well-formed JSON: line %d, column %d is not.".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static List<FieldError> errors(JsonProcessingException exception) {
        if (exception instanceof UnrecognizedPropertyException unknown) {
            return List.of(new FieldError(JsonPointers.of(unknown.getPath()), "unknown member"));
        }
        if (exception instanceof InvalidFormatException text && isText(text)) {
            return List.of(new FieldError(JsonPointers.of(text.getPath()), "has the character U+0000"));
        }
        if (exception instanceof JsonMappingException mapping && duplicate(exception) == null) {
            return List.of(new FieldError(JsonPointers.of(mapping.getPath()), unexpected(mapping)));
        }
        return List.of();
    }

    private static String unexpected(JsonMappingException exception) {
        return exception instanceof InvalidFormatException word
                        && word.getTargetType() != null
                        && word.getTargetType().isEnum()
                ? "is none of "
                        + Arrays.stream(word.getTargetType().getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .collect(Collectors.joining(", "))
                : "not of the expected type";
    }

    /** Of what is a text and was to be one, nothing is refused while reading but what {@code NulRefusal} refuses. */
    private static boolean isText(JsonProcessingException exception) {
        return exception instanceof InvalidFormatException format
                && format.getTargetType() == String.class
                && format.getValue() instanceof String;
    }

    /** Where a member is for the second time, when that is what is wrong. Jackson has no exception of its own for it. */
    private static JsonLocation duplicate(JsonProcessingException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonParseException parse
                    && parse.getOriginalMessage().startsWith("Duplicate field")) {
                return parse.getLocation();
            }
        }
        return null;
    }
}
