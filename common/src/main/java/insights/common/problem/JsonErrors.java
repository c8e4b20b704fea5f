package insights.common.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;

/** Says where unreadable JSON is wrong, without repeating it: it may hold a key or personal data. */
final class JsonErrors {

    private JsonErrors() {}

    static String detail(JsonProcessingException exception) {
        if (exception instanceof UnrecognizedPropertyException) {
            return "Leave out the member listed under errors: this operation does not know it.";
        }
        if (exception instanceof JsonMappingException) {
            return "Correct the type of the value listed under errors.";
        }
        JsonLocation at = exception.getLocation();
        return at == null
                ? "Send well-formed JSON."
                : "Send well-formed JSON: line %d, column %d is not.".formatted(at.getLineNr(), at.getColumnNr());
    }

    static List<FieldError> errors(JsonProcessingException exception) {
        if (exception instanceof UnrecognizedPropertyException unknown) {
            return List.of(new FieldError(JsonPointers.of(unknown.getPath()), "unknown member"));
        }
        if (exception instanceof JsonMappingException mapping) {
            return List.of(new FieldError(JsonPointers.of(mapping.getPath()), "not of the expected type"));
        }
        return List.of();
    }
}
