package insights.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where the API descriptions of several services do not agree: who generates one client of all of them has one type for a name,
 * one method for an operation, and looks for the number of something by one word.
 */
public final class OpenApiAgreement {

    /** What a schema, an operation and so on is, and which service was the first to say it. */
    private record Said(String service, JsonNode what) {}

    private final Map<String, Said> components = new HashMap<>();
    private final Map<String, Said> operations = new HashMap<>();
    /** Where members that are numbers are, by their names. */
    private final Map<String, List<String>> numbers = new TreeMap<>();

    private final List<String> findings = new ArrayList<>();

    private OpenApiAgreement() {}

    /** @param apis by the name of the service */
    public static List<String> of(Map<String, JsonNode> apis) {
        OpenApiAgreement agreement = new OpenApiAgreement();
        new TreeMap<>(apis).forEach(agreement::service);
        agreement.counts();
        return agreement.findings;
    }

    private void service(String service, JsonNode api) {
        api.path("components").properties().forEach(kind -> kind.getValue()
                .properties()
                .forEach(one -> component(service, kind.getKey() + "/" + one.getKey(), one.getValue())));
        api.path("paths").findValues("operationId").forEach(id -> {
            Said before = operations.putIfAbsent(id.asText(), new Said(service, id));
            want(before == null, service, "has the operationId of another operation: " + id.asText());
        });
        api.at("/components/schemas")
                .properties()
                .forEach(schema -> members(service + " " + schema.getKey(), schema.getValue()));
    }

    /** Names in it mean the same as well, for they are held against each other, too. */
    private void component(String service, String name, JsonNode what) {
        Said before = components.putIfAbsent(name, new Said(service, what));
        want(
                before == null || before.what().equals(what),
                service,
                "has " + name + ", which is something else in " + (before == null ? "" : before.service()));
    }

    private void members(String schema, JsonNode what) {
        what.path("properties").properties().forEach(member -> {
            if (isNumber(member.getValue().path("type"))) {
                numbers.computeIfAbsent(member.getKey(), name -> new ArrayList<>())
                        .add(schema + "." + member.getKey());
            }
        });
    }

    private static boolean isNumber(JsonNode type) {
        Stream<JsonNode> types = type.isArray() ? StreamSupport.stream(type.spliterator(), false) : Stream.of(type);
        return types.map(JsonNode::asText).anyMatch(one -> one.equals("integer") || one.equals("number"));
    }

    /** {@code exportCount} in one place is not {@code exports} in another, which would rather be a list of them. */
    private void counts() {
        numbers.forEach((name, places) -> {
            if (name.endsWith("Count")) {
                String thing = name.substring(0, name.length() - "Count".length());
                Stream.of(thing, thing + "s", thing + "sCount")
                        .flatMap(other -> numbers.getOrDefault(other, List.of()).stream())
                        .forEach(other -> want(false, other, "is called otherwise in " + places.getFirst()));
            }
        });
    }

    private void want(boolean holds, String place, String finding) {
        if (!holds) {
            findings.add(place + " " + finding);
        }
    }
}
