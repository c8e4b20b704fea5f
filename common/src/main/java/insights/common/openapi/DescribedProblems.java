package insights.common.openapi;

import insights.common.problem.CommonProblem;
import insights.common.problem.HttpProblem;
import insights.common.problem.Use;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problems of RFC 9457 that operations answer with: those of every service by rule, a service's own by annotation. */
final class DescribedProblems {

    private static final String SCHEMA = "#/components/schemas/Problem";

    private static final Map<CommonProblem, String> SHARED = new EnumMap<>(Map.ofEntries(
            Map.entry(CommonProblem.UNREADABLE_REQUEST, "UnreadableRequest"),
            Map.entry(CommonProblem.UNAUTHENTICATED, "Unauthenticated"),
            Map.entry(CommonProblem.FORBIDDEN, "Forbidden"),
            Map.entry(CommonProblem.NOT_FOUND, "NotFound"),
            Map.entry(CommonProblem.NOT_ACCEPTABLE, "NotAcceptable"),
            Map.entry(CommonProblem.CONFLICT, "Conflict"),
            Map.entry(CommonProblem.STALE, "Stale"),
            Map.entry(CommonProblem.TOO_LARGE, "TooLarge"),
            Map.entry(CommonProblem.UNSUPPORTED_MEDIA_TYPE, "UnsupportedMediaType"),
            Map.entry(CommonProblem.VALIDATION_FAILED, "ValidationFailed"),
            Map.entry(CommonProblem.PRECONDITION_REQUIRED, "PreconditionRequired"),
            Map.entry(CommonProblem.TOO_MANY_REQUESTS, "TooManyRequests"),
            Map.entry(CommonProblem.INTERNAL_ERROR, "InternalError"),
            Map.entry(CommonProblem.UNAVAILABLE, "Unavailable")));

    /** They are about people, whether they are known here or not. */
    private static final Set<String> OF_ANYBODY = Set.of("enterOptOut", "eraseProfile");

    /** What is found by itself says nothing but the status in words. */
    private static final Map<String, String> PLAIN =
            Map.of("OK", "What was asked for.", "Created", "Made, and as it is now.", "No Content", "Done.");

    /** Those that say when to come back. */
    private static final Set<String> LATER = Set.of("429", "503");

    private DescribedProblems() {}

    static void add(OpenAPI api) {
        api.getComponents().addSchema("Problem", problem());
        api.getComponents().addSchema("FieldError", fieldError());
        api.getComponents().addSchema("Use", use());
        api.getComponents().addSchema("UseKind", useKind());
        Set<CommonProblem> referred = EnumSet.noneOf(CommonProblem.class);
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> describe(path, operation, referred)));
        referred.forEach(type -> api.getComponents().addResponse(SHARED.get(type), shared(type)));
    }

    private static void describe(String path, Operation operation, Set<CommonProblem> referred) {
        applying(path, operation).forEach(type -> {
            String status = Integer.toString(type.status());
            APIResponse there = DescribedHeaders.response(operation, status);
            if (there == null || isOfTheScanner(there)) {
                referred.add(type);
                operation
                        .getResponses()
                        .addAPIResponse(
                                status,
                                OASFactory.createAPIResponse().ref("#/components/responses/" + SHARED.get(type)));
            }
        });
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getDescription() != null && PLAIN.containsKey(response.getDescription())) {
                response.setDescription(PLAIN.get(response.getDescription()));
            }
            if (response.getRef() == null && status.matches("[45]..")) {
                response.setContent(content());
                headers(response, status);
            }
        });
    }

    private static List<CommonProblem> applying(String path, Operation operation) {
        List<CommonProblem> types = new ArrayList<>(List.of(
                CommonProblem.UNREADABLE_REQUEST,
                CommonProblem.UNAUTHENTICATED,
                CommonProblem.FORBIDDEN,
                CommonProblem.NOT_ACCEPTABLE,
                CommonProblem.VALIDATION_FAILED,
                CommonProblem.INTERNAL_ERROR,
                CommonProblem.UNAVAILABLE));
        if (path.contains("{") && !OF_ANYBODY.contains(operation.getOperationId())) {
            types.add(CommonProblem.NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            types.add(CommonProblem.TOO_LARGE);
            types.add(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
        }
        if (DescribedHeaders.takesIfMatch(operation)) {
            types.add(CommonProblem.STALE);
            types.add(CommonProblem.PRECONDITION_REQUIRED);
        }
        if (isStream(operation)) {
            types.add(CommonProblem.TOO_MANY_REQUESTS);
        }
        return types;
    }

    /** One that stays open, of which nobody may have too many. */
    private static boolean isStream(Operation operation) {
        APIResponse answer = DescribedHeaders.response(operation, "200");
        return answer != null
                && answer.getContent() != null
                && answer.getContent().hasMediaType(MediaType.SERVER_SENT_EVENTS);
    }

    /** What is found by itself says nothing but the status in words. */
    private static boolean isOfTheScanner(APIResponse response) {
        return Set.of("Not Authorized", "Not Allowed", "Bad Request").contains(response.getDescription());
    }

    private static APIResponse shared(CommonProblem type) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(type.title() + ": `" + type.uri() + "`")
                .content(content());
        headers(response, Integer.toString(type.status()));
        return response;
    }

    private static void headers(APIResponse response, String status) {
        if (LATER.contains(status)) {
            DescribedHeaders.reference(response, "Retry-After");
        } else if (status.equals("401")) {
            DescribedHeaders.reference(response, "WWW-Authenticate");
        }
    }

    static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        HttpProblem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(SCHEMA)));
    }

    private static Schema problem() {
        return object("A problem by RFC 9457.")
                .addProperty(
                        "type", text("Which kind it is: stable, to switch on.").format("uri"))
                .addProperty("title", text("The kind in words."))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("The HTTP status."))
                .addProperty("detail", text("What to do about it."))
                .addProperty("requestId", text("Finds the request in the logs."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("The values that are wrong, one by one.")
                                .items(OASFactory.createSchema().ref("#/components/schemas/FieldError")))
                .addProperty(
                        "usedBy",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("What uses the thing: with `segment-in-use`, `segment-not-shared` and"
                                        + " `connection-in-use`.")
                                .items(OASFactory.createSchema().ref("#/components/schemas/Use")))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema fieldError() {
        return object("What is wrong with one value of the request.")
                .addProperty(
                        "pointer", text("JSON pointer (RFC 6901) into the body, or the name of a parameter or header."))
                .addProperty("detail", text("What is wrong, and what would be right."))
                .required(List.of("pointer", "detail"));
    }

    private static Schema use() {
        return object("What uses something.")
                .addProperty("kind", OASFactory.createSchema().ref("#/components/schemas/UseKind"))
                .addProperty("id", text("Its id.").format("uuid"))
                .addProperty("displayName", text("Its name."))
                .addProperty(
                        "connection",
                        text(
                                "The name of the connection that an export sends over; absent when it has none, or that was not"
                                        + " asked."))
                .required(List.of("kind", "id", "displayName"));
    }

    private static Schema useKind() {
        return text("What it is.")
                .enumeration(
                        Arrays.stream(Use.Kind.values()).<Object>map(Enum::name).toList());
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
