package insights.sandbox.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An account at the stand-in for Ortto: what its owner can do over Ortto's API, and what a test can do behind it. */
public record OrttoTestAccount(String key) {

    /** A new account without limits. */
    public static OrttoTestAccount make() {
        return make("\"badRequestsUntilBan\":0");
    }

    /** A new account without limits, and with one quirk. */
    public static OrttoTestAccount with(String quirk) {
        return make("\"badRequestsUntilBan\":0,\"quirks\":{\"" + quirk + "\":true}");
    }

    /** @param settings members of a JSON object */
    public static OrttoTestAccount make(String settings) {
        String rate = settings.contains("ratePerSecond") ? "" : "\"ratePerSecond\":0,";
        Response created = Sandbox.control("POST", "/accounts", "{\"api\":\"ORTTO\"," + rate + settings + "}");
        if (created.status() != 201) {
            throw new IllegalArgumentException(created.body());
        }
        return new OrttoTestAccount(created.text("apiKey"));
    }

    public Response post(String path, String body) {
        return send("POST", path, body);
    }

    public Response put(String path, String body) {
        return send("PUT", path, body);
    }

    public Response delete(String path, String body) {
        return send("DELETE", path, body);
    }

    public Response send(String method, String path, String body) {
        return sendTo("", method, path, body);
    }

    /** @param region what stands before the path: {@code ""}, {@code /au} or {@code /eu} */
    public Response sendTo(String region, String method, String path, String body) {
        return Http.send(
                Sandbox.apiPort(),
                method,
                region + "/v1" + path,
                Map.of("X-Api-Key", key, "Content-Type", "application/json"),
                body);
    }

    /**
     * Merges people by e-mail.
     *
     * @param people JSON objects
     */
    public Response merge(String... people) {
        return mergeWith("\"merge_by\":[\"str::email\"]", people);
    }

    /** @param options members of the request but {@code people} */
    public Response mergeWith(String options, String... people) {
        return post("/person/merge", "{\"people\":[" + String.join(",", people) + "]," + options + "}");
    }

    /**
     * Somebody with an e-mail, made or found.
     *
     * @return the person's id
     */
    public String person(String email) {
        return merge(fields("\"str::email\":\"" + email + "\""))
                .json()
                .at("/people/0/person_id")
                .asText();
    }

    /** @param fields members of a JSON object */
    public static String fields(String fields) {
        return "{\"fields\":{" + fields + "}}";
    }

    /** Somebody with these fields, given as members of a JSON object, besides an e-mail. */
    public static String person(String email, String fields) {
        return fields("\"str::email\":\"" + email + "\"" + (fields.isEmpty() ? "" : "," + fields));
    }

    /** Some fields of somebody, read by id. */
    public JsonNode read(String id, String... fields) {
        return post("/person/get-by-ids", "{\"contact_ids\":[\"" + id + "\"],\"fields\":" + array(fields) + "}")
                .json()
                .path("contacts")
                .path(id)
                .path("fields");
    }

    /** Everything the account holds, by e-mail. */
    public Map<String, ObjectNode> everybody() {
        return control("GET", "/contacts", null)
                .body()
                .lines()
                .map(OrttoTestAccount::parse)
                .collect(Collectors.toMap(
                        person -> person.at("/fields/str::email").asText(), person -> person));
    }

    public String field(String type, String name) {
        return post("/person/custom-field/create", "{\"type\":\"" + type + "\",\"name\":\"" + name + "\"}")
                .text("field_id");
    }

    public Response control(String method, String path, String body) {
        return Sandbox.control(method, "/accounts/" + key + path, body);
    }

    public JsonNode counters() {
        return control("GET", "/counters", null).json();
    }

    /** Something is to go wrong from now on. */
    public void fault(String plan) {
        Response made = control("POST", "/faults", plan);
        if (made.status() != 201) {
            throw new IllegalArgumentException(made.body());
        }
    }

    public static String array(String... texts) {
        return Stream.of(texts).map(text -> "\"" + text + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private static ObjectNode parse(String line) {
        try {
            return (ObjectNode) Json.parse(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
