package insights.common.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import insights.common.time.ApiTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says where unreadable JSON is wrong, without repeating it: it may hold a key or personal data. */
final class JsonErrors {

    private JsonErrors() {}

    static HttpProblem problem(JsonProcessingException exception) {
        return BrokenJson.cure(exception)
                .map(cure -> Problem.of(CommonProblem.UNREADABLE_REQUEST, cure))
                .orElseGet(() -> Problem.of(CommonProblem.UNREADABLE_REQUEST, detail(exception), errors(exception)));
    }

    private static String detail(JsonProcessingException exception) {
        if (exception instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds() == null
                    ? ""
                    : unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", ", " What can be set there: ", "."));
            return "Leave out the member listed under errors: this operation does not set it." + known;
        }
        if (isText(exception)) {
            return "Correct the text listed under errors.";
        }
        return "Correct the type of the value listed under errors.";
    }

    private static List<FieldError> errors(JsonProcessingException exception) {
        if (exception instanceof UnrecognizedPropertyException unknown) {
            return List.of(new FieldError(JsonPointers.of(unknown.getPath()), "unknown member"));
        }
        if (exception instanceof InvalidFormatException text && isText(text)) {
            return List.of(new FieldError(JsonPointers.of(text.getPath()), "has the character U+0000"));
        }
        if (exception instanceof JsonMappingException mapping) {
            return List.of(new FieldError(JsonPointers.of(mapping.getPath()), unexpected(mapping)));
        }
        return List.of();
    }

    private static String unexpected(JsonMappingException exception) {
        Class<?> target = exception instanceof MismatchedInputException value ? value.getTargetType() : null;
        if (target == Instant.class) {
            return "is not " + ApiTime.EXPECTED;
        }
        if (exception instanceof InvalidFormatException number && number.getValue() instanceof BigDecimal) {
            boolean isShort = target == int.class || target == Integer.class;
            return "give a whole number from %d to %d"
                    .formatted(
                            isShort ? Integer.MIN_VALUE : Long.MIN_VALUE, isShort ? Integer.MAX_VALUE : Long.MAX_VALUE);
        }
        return exception instanceof InvalidFormatException && target != null && target.isEnum()
                ? "is none of "
                        + Arrays.stream(target.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                : "not of the expected type";
    }

    /** Of what is a text and was to be one, nothing is refused while reading but what {@code NulRefusal} refuses. */
    private static boolean isText(JsonProcessingException exception) {
        return exception instanceof InvalidFormatException format
                && format.getTargetType() == String.class
                && format.getValue() instanceof String;
    }
}
