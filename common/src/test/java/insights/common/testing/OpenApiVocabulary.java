package insights.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Where an API description says one thing in two ways: a word that has another here, a list that others are not like. */
final class OpenApiVocabulary {

    private static final List<String> WRITERS = List.of("put", "patch", "delete");

    /** The status in words, which says nothing of the operation. */
    private static final Set<String> BARE = Set.of("", "OK", "Created", "Accepted", "No Content");

    private final JsonNode api;
    private final List<String> findings = new ArrayList<>();
    /** What the paths call the variable that comes after something. */
    private final Map<String, String> variables = new HashMap<>();

    private OpenApiVocabulary(JsonNode api) {
        this.api = api;
    }

    static List<String> of(JsonNode api) {
        OpenApiVocabulary vocabulary = new OpenApiVocabulary(api);
        api.path("paths").properties().forEach(path -> {
            vocabulary.variables(path.getKey());
            vocabulary.versions(path.getKey(), path.getValue());
            vocabulary.sentBack(path.getKey(), path.getValue());
            path.getValue()
                    .properties()
                    .forEach(operation ->
                            vocabulary.operation(operation.getKey() + " " + path.getKey(), operation.getValue()));
        });
        return vocabulary.findings;
    }

    private void variables(String path) {
        String before = "";
        for (String part : path.substring(1).split("/")) {
            if (part.startsWith("{")) {
                String other = variables.putIfAbsent(before, part);
                want(other == null || other.equals(part), path, "has " + part + " where others have " + other);
                before += "/{}";
            } else {
                before += "/" + part;
            }
        }
    }

    private void operation(String place, JsonNode operation) {
        Map<String, JsonNode> query = query(operation);
        query.forEach((name, parameter) -> {
            want(!parameter.path("description").asText().isBlank(), place, "does not say what " + name + " is");
            boolean isTime = is(parameter.path("schema"), "date-time");
            want(!isTime || Set.of("since", "until").contains(name), place, "calls a time " + name);
        });
        want(query.containsKey("since") == query.containsKey("until"), place, "has since or until, and not both");
        want(!isPaged(query) || query.containsKey("limit"), place, "has after, and no limit");
        operation
                .path("responses")
                .properties()
                .forEach(response -> want(
                        !BARE.contains(
                                resolve(response.getValue()).path("description").asText()),
                        place,
                        "does not say what " + response.getKey() + " means"));
        JsonNode members = resolve(answer(operation)).path("properties");
        if (members.has("items") && members.has("next") && isPaged(query)) {
            list(place, operation, query);
        }
    }

    /** Where a list begins at a key that callers know, everything comes in one answer. */
    private static boolean isPaged(Map<String, JsonNode> query) {
        return query.containsKey("after") && !query.get("after").at("/schema").has("default");
    }

    private void list(String place, JsonNode operation, Map<String, JsonNode> query) {
        want(operation.path("operationId").asText().startsWith("list"), place, "is a list by another verb");
        String said = operation.path("summary").asText() + " "
                + operation.path("description").asText();
        want(said.matches("(?s).*(By name|Newest first|[Ii]n order of).*"), place, "does not say in which order");
        query.forEach((name, parameter) -> {
            JsonNode schema = resolve(parameter.path("schema"));
            boolean isChoice = schema.has("enum") || is(parameter.path("schema"), "uuid");
            want(!isChoice || name.equals("sort"), place, "takes one value of " + name + ", where others take several");
        });
        if (query.containsKey("sort")) {
            sort(place, query.get("sort").path("schema"), query.containsKey("since"));
        }
    }

    private void sort(String place, JsonNode schema, boolean isOfTimes) {
        List<String> orders = texts(schema.path("enum"));
        String usual = schema.path("default").asText();
        want(
                orders.stream()
                        .allMatch(order -> orders.contains(order.startsWith("-") ? order.substring(1) : "-" + order)),
                place,
                "has an order that cannot be turned round");
        boolean isNamed = orders.contains("displayName");
        want(usual.equals("displayName") || !isNamed, place, "has names and is not in order of them");
        want(usual.startsWith("-") || isNamed, place, "tells what happened, and not the newest first");
        want(isNamed || isOfTimes, place, "tells what happened, and has no since");
    }

    /** Whoever may change what has a version says which they saw; and what they say they saw had one. */
    private void versions(String path, JsonNode item) {
        boolean isTagged =
                resolve(item.at("/get/responses/200")).path("headers").has("ETag");
        for (String method : WRITERS) {
            JsonNode operation = item.path(method);
            boolean isGuarded = headers(operation).contains("If-Match");
            want(isGuarded || operation.isMissingNode() || !isTagged, method + " " + path, "wants no If-Match");
            boolean hasAnswer = !answer(operation).isMissingNode();
            want(
                    !isGuarded
                            || !hasAnswer
                            || operation.at("/responses/200/headers").has("ETag"),
                    method + " " + path,
                    "changes a version and does not answer with the new one");
        }
    }

    /** What was read can be changed and put back. */
    private void sentBack(String path, JsonNode item) {
        JsonNode read = resolve(answer(item.path("get")));
        JsonNode put = resolve(item.at("/put/requestBody/content/application~1json/schema"));
        if (read.has("properties") && put.has("properties")) {
            read.path("properties")
                    .fieldNames()
                    .forEachRemaining(member ->
                            want(put.path("properties").has(member), "put " + path, "does not take back " + member));
        }
    }

    private Map<String, JsonNode> query(JsonNode operation) {
        Map<String, JsonNode> query = new HashMap<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                query.put(parameter.path("name").asText(), parameter);
            }
        });
        return query;
    }

    private static Set<String> headers(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("header"))
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private JsonNode answer(JsonNode operation) {
        return operation.at("/responses/200/content/application~1json/schema");
    }

    private boolean is(JsonNode schema, String format) {
        return resolve(schema).path("format").asText().equals(format);
    }

    private static List<String> texts(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
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
