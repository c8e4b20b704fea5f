package insights.common.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;

/** Writes paths of validators and parsers as JSON pointers (RFC 6901). */
public final class JsonPointers {

    private JsonPointers() {}

    /** One step of a pointer, escaped. */
    public static String token(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    static String of(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            pointer.append(step.getFieldName() != null ? token(step.getFieldName()) : "/" + step.getIndex());
        }
        return pointer.toString();
    }

    /**
     * Of a violation of a body, the whole of which is "". Method validation prefixes the path with the method and the
     * parameter: these are dropped.
     */
    static String of(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append(token(node.getKey().toString()));
            }
            boolean named = node.getKind() == ElementKind.PROPERTY && node.getName() != null;
            if (named) {
                pointer.append(token(node.getName()));
            }
        }
        return pointer.toString();
    }
}
