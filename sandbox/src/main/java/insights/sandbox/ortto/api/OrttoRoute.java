package insights.sandbox.ortto.api;

import insights.sandbox.answer.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operation and where it is found.
 *
 * @param path below {@code /v1}
 */
record OrttoRoute(String method, String path, Function<OrttoCall, Answer> operation) {

    private static final String PREFIX = "/v1";

    /**
     * What exporters use of Ortto's API. Not stood in for: activities, accounts, audiences, campaigns, transactional
     * messages.
     */
    private static final List<OrttoRoute> ALL = List.of(
            new OrttoRoute("POST", "/person/merge", PersonOperations::merge),
            new OrttoRoute("POST", "/person/get", PersonOperations::get),
            new OrttoRoute("POST", "/person/get-by-ids", PersonOperations::byIds),
            new OrttoRoute("POST", "/person/subscriptions", PersonOperations::subscriptions),
            new OrttoRoute("PUT", "/person/archive", PersonOperations::archive),
            new OrttoRoute("PUT", "/person/restore", PersonOperations::restore),
            new OrttoRoute("DELETE", "/person/delete", PersonOperations::delete),
            new OrttoRoute("POST", "/person/custom-field/get", FieldOperations::all),
            new OrttoRoute("POST", "/person/custom-field/create", FieldOperations::create),
            new OrttoRoute("PUT", "/person/custom-field/update", FieldOperations::update),
            new OrttoRoute("POST", "/tags/get", TagOperations::all));

    /** @param method null: any; path null: any */
    static boolean exists(String method, String path) {
        return ALL.stream()
                .anyMatch(route ->
                        (method == null || route.method.equals(method)) && (path == null || route.path.equals(path)));
    }

    /** @param rawPath without a region */
    static Optional<OrttoRoute> find(String method, String rawPath) {
        return ALL.stream()
                .filter(route -> route.method.equals(method) && rawPath.equals(PREFIX + route.path))
                .findFirst();
    }

    /** Whether there is something at a path, for whatever method. */
    static boolean isPath(String rawPath) {
        return ALL.stream().anyMatch(route -> rawPath.equals(PREFIX + route.path));
    }
}
