package insights.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a reader or a generator of clients stumbles over in an API description, place by place. */
final class OpenApiLint {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode api;
    private final List<String> findings = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> tags = new HashSet<>();

    private OpenApiLint(JsonNode api) {
        this.api = api;
    }

    static List<String> of(JsonNode api) {
        OpenApiLint lint = new OpenApiLint(api);
        lint.document();
        api.path("paths").properties().forEach(lint::path);
        api.at("/components/schemas").properties().forEach(schema -> lint.schema(schema.getKey(), schema.getValue()));
        lint.tags();
        lint.references(api, "");
        return lint.findings;
    }

    private void document() {
        want(!api.at("/info/description").asText().isBlank(), "info", "has no description");
        want(api.at("/info/license").isObject(), "info", "names no licence");
        want(!api.path("servers").isEmpty(), "servers", "there are none");
    }

    private void path(Map.Entry<String, JsonNode> path) {
        String name = path.getKey();
        want(!name.startsWith("/internal"), name, "is for services only");
        want(name.matches("(/([a-z][a-z0-9.-]*|\\{[a-z][A-Za-z]*}))+"), name, "is not in kebab-case");
        path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> operation(operation.getKey() + " " + name, operation.getValue()));
    }

    private void operation(String place, JsonNode operation) {
        String id = operation.path("operationId").asText();
        want(id.matches("[a-z][A-Za-z]+"), place, "has no operationId, or one that is not in camelCase");
        want(names.add(id), place, "has the operationId of another operation: " + id);
        want(!operation.path("summary").asText().isBlank(), place, "has no summary");
        want(!operation.path("tags").isEmpty(), place, "has no tag");
        operation.path("tags").forEach(tag -> tags.add(tag.asText()));
        want(!operation.path("security").isEmpty(), place, "does not say who may");
        operation.path("requestBody").path("content").properties().forEach(content -> {
            boolean isJson = content.getKey().matches(".*[/+]json");
            want(content.getValue().has("schema"), place, "takes a body of which nothing is said");
            want(!isJson || hasExample(content.getValue()), place, "takes JSON and shows no example");
            content.getValue()
                    .path("examples")
                    .forEach(example -> want(
                            !isText(content.getValue().path("schema"))
                                    || example.path("value").isTextual(),
                            place,
                            "takes text and shows something else"));
        });
        JsonNode responses = operation.path("responses");
        want(
                responses.properties().stream()
                        .anyMatch(response -> response.getKey().startsWith("2")),
                place,
                "has no response of success");
        responses.properties().forEach(response -> response(place + " " + response.getKey(), response));
    }

    private void tags() {
        api.path("tags")
                .forEach(tag -> want(
                        tags.contains(tag.path("name").asText()),
                        tag.path("name").asText(),
                        "is a tag of no operation"));
    }

    private void response(String place, Map.Entry<String, JsonNode> response) {
        JsonNode content = resolve(response.getValue()).path("content");
        content.properties()
                .forEach(type ->
                        want(type.getValue().path("schema").size() > 0, place, "answers what nothing is said of"));
        // An address that is too long is refused before anything is known of it.
        if (response.getKey().matches("[45]..") && !response.getKey().equals("414")) {
            want(content.has("application/problem+json"), place, "is no problem");
        }
    }

    private void schema(String name, JsonNode schema) {
        want(
                !Set.of("JsonNode", "ObjectNode", "HttpServerRequest", "Response")
                        .contains(name),
                name,
                "is a type of Java's");
        want(name.matches("[A-Z][A-Za-z0-9]*"), name, "is not in PascalCase");
        if (schema.has("properties")) {
            schema.path("properties")
                    .fieldNames()
                    .forEachRemaining(member ->
                            want(member.matches("[a-z][A-Za-z0-9]*"), name + "." + member, "is not in camelCase"));
            boolean isRequest = schema.path("additionalProperties").isBoolean();
            want(isRequest || !schema.path("required").isEmpty(), name, "says of no member that it is always there");
        }
    }

    private static boolean isText(JsonNode schema) {
        return schema.path("type").asText().equals("string");
    }

    private boolean hasExample(JsonNode content) {
        JsonNode schema = resolve(content.path("schema"));
        // Where null stands for no body, the other alternative is the one that needs showing.
        for (JsonNode alternative : schema.path("anyOf")) {
            JsonNode one = resolve(alternative);
            if (one.has("example") || one.has("examples")) {
                return true;
            }
        }
        return content.has("example") || content.has("examples") || schema.has("example") || schema.has("examples");
    }

    private void references(JsonNode node, String place) {
        if (node.path("$ref").isTextual()) {
            want(!resolve(node).isMissingNode(), place, "refers to what is not there: " + node.path("$ref"));
        }
        node.properties().forEach(member -> references(member.getValue(), place + "/" + member.getKey()));
        if (node.isArray()) {
            node.forEach(item -> references(item, place + "/-"));
        }
    }

    private JsonNode resolve(JsonNode node) {
        return node.path("$ref").isTextual() ? api.at(node.path("$ref").asText().substring(1)) : node;
    }

    private void want(boolean holds, String place, String finding) {
        if (!holds) {
            findings.add(place + " " + finding);
        }
    }
}
