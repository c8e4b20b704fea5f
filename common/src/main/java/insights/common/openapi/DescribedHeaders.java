package insights.common.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Headers of requests and responses, which follow from what an operation takes. */
final class DescribedHeaders {

    private static final String IF_MATCH = "If-Match";
    private static final List<String> MADE = List.of("200", "201", "202");

    /** They go on with many things at once, which are nowhere together. */
    private static final Set<String> START_MANY = Set.of("/exports/runs", "/hooks/refresh-completed");

    private static final String DUPLICATE = "/duplicate";

    private DescribedHeaders() {}

    static void add(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        header(api, "ETag", "The version of what is answered; edits name it in `If-Match`.");
        header(api, "Location", "Where it is from now on: a reference relative to this server.");
        header(api, "Retry-After", "After how many seconds to try again.");
        header(api, "WWW-Authenticate", "How to sign in (RFC 6750, RFC 9470).");
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> {
                    if (!START_MANY.contains(path)) {
                        locations(operation);
                    }
                    if (isVersioned(item)
                            || isCollectionOfVersioned(api, path, method)
                            || isCopyOfVersioned(api, path)) {
                        tags(method, operation);
                    }
                    wanted(operation);
                    keys(operation);
                }));
    }

    private static void header(OpenAPI api, String name, String description) {
        Header header = OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        api.getComponents().addHeader(name, header);
    }

    /** Whatever makes something or goes on with it says where. */
    private static void locations(Operation operation) {
        for (String status : List.of("201", "202")) {
            APIResponse response = response(operation, status);
            if (response != null) {
                reference(response, "Location");
            }
        }
    }

    private static void tags(PathItem.HttpMethod method, Operation operation) {
        for (String status : MADE) {
            APIResponse response = response(operation, status);
            if (response != null && response.getContent() != null) {
                reference(response, "ETag");
            }
        }
        if (method == PathItem.HttpMethod.GET) {
            operation.addParameter(OASFactory.createParameter()
                    .name("If-None-Match")
                    .in(Parameter.In.HEADER)
                    .description("The ETag of what the caller has already.")
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
            APIResponse same = OASFactory.createAPIResponse().description("It is what the caller has already.");
            reference(same, "ETag");
            operation.getResponses().addAPIResponse("304", same);
        }
    }

    private static void wanted(Operation operation) {
        parameters(operation).stream()
                .filter(parameter -> IF_MATCH.equals(parameter.getName()))
                .forEach(parameter -> {
                    parameter.setRequired(true);
                    if (parameter.getDescription() == null) {
                        parameter.setDescription("The ETag of what was read, or `*` for whatever is there.");
                    }
                });
    }

    private static void keys(Operation operation) {
        parameters(operation).stream()
                .filter(parameter -> "Idempotency-Key".equals(parameter.getName()))
                .forEach(parameter -> parameter.setDescription(
                        "Of the caller's own making. The same key of the same caller again is answered with what it began"
                                + " the first time; with another wish it is a 422."));
    }

    private static boolean isVersioned(PathItem item) {
        return item.getOperations().values().stream().anyMatch(DescribedHeaders::takesIfMatch);
    }

    /** A POST that makes something of which the paths below are. */
    private static boolean isCollectionOfVersioned(OpenAPI api, String path, PathItem.HttpMethod method) {
        return method == PathItem.HttpMethod.POST
                && api.getPaths().getPathItems().entrySet().stream()
                        .filter(other -> other.getKey().matches("\\Q" + path + "\\E/\\{[^/]+}"))
                        .map(Map.Entry::getValue)
                        .anyMatch(DescribedHeaders::isVersioned);
    }

    private static boolean isCopyOfVersioned(OpenAPI api, String path) {
        return path.endsWith(DUPLICATE)
                && api.getPaths().getPathItem(path.substring(0, path.length() - DUPLICATE.length()))
                        instanceof PathItem of
                && isVersioned(of);
    }

    static boolean takesIfMatch(Operation operation) {
        return parameters(operation).stream().anyMatch(parameter -> IF_MATCH.equals(parameter.getName()));
    }

    static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    static APIResponse response(Operation operation, String status) {
        return operation.getResponses() == null
                ? null
                : operation.getResponses().getAPIResponse(status);
    }

    static void reference(APIResponse response, String header) {
        response.addHeader(header, OASFactory.createHeader().ref("#/components/headers/" + header));
    }
}
