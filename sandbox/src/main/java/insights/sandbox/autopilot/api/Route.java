package insights.sandbox.autopilot.api;

import insights.sandbox.answer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operation and where it is found.
 *
 * @param path below {@code /v1}; a part in braces stands for any one part
 */
record Route(String method, String path, Function<Call, Answer> operation, List<String> parts) {

    Route(String method, String path, Function<Call, Answer> operation) {
        this(method, path, operation, RawPath.parts(path));
    }

    /** What stands for the variables; empty when the request is not for this route. */
    Optional<List<String>> match(String requestMethod, List<String> requestParts) {
        if (!method.equals(requestMethod) || parts.size() != requestParts.size()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>(2);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).startsWith("{")) {
                arguments.add(requestParts.get(i));
            } else if (!parts.get(i).equals(requestParts.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(arguments);
    }
}
