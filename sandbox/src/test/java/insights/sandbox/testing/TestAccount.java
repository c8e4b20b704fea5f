package insights.sandbox.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** An account of the sandbox: what its owner can do over Autopilot's API, and what a test can do behind it. */
public record TestAccount(String key) {

    public Response get(String path) {
        return send("GET", path, null);
    }

    public Response post(String path, String body) {
        return send("POST", path, body);
    }

    public Response delete(String path) {
        return send("DELETE", path, null);
    }

    public Response send(String method, String path, String body) {
        return Http.send(Sandbox.apiPort(), method, "/v1" + path, Map.of("autopilotapikey", key), body);
    }

    public Response send(String method, String path, String body, Duration timeout) throws IOException {
        return Http.send(Sandbox.apiPort(), method, "/v1" + path, Map.of("autopilotapikey", key), body, timeout);
    }

    /** Everything that comes back over the wire, the path being written as it is. */
    public String sendRaw(String method, String path, String body) {
        return Http.sendRaw(
                Sandbox.apiPort(),
                "%s /v1%s HTTP/1.1\r\nHost: sandbox\r\nautopilotapikey: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(method, path, key, body.length(), body));
    }

    /** @return the contact's id */
    public String upsert(String contact) {
        Response response = post("/contact", "{\"contact\":" + contact + "}");
        if (response.status() != 200) {
            throw new IllegalArgumentException(response.body());
        }
        return response.text("contact_id");
    }

    /** @return the contact's id */
    public String contact(String email) {
        return upsert("{\"Email\":\"" + email + "\"}");
    }

    /** Turns a quirk of the account on. */
    public void quirk(String name) {
        control("PATCH", "", "{\"quirks\":{\"" + name + "\":true}}");
    }

    /** @return the list's id */
    public String list(String name) {
        return post("/list", "{\"name\":\"" + name + "\"}").text("list_id");
    }

    public JsonNode read(String contact) {
        return get("/contact/" + contact).json();
    }

    public Response control(String method, String path, String body) {
        return Sandbox.control(method, "/accounts/" + key + path, body);
    }

    public JsonNode counters() {
        return control("GET", "/counters", null).json();
    }

    /** How often a path was answered with a status, as counted. */
    public long count(String method, String path, int status) {
        for (JsonNode outcome : counters().path("outcomes")) {
            if (outcome.path("method").asText().equals(method)
                    && outcome.path("path").asText().equals(path)
                    && outcome.path("status").asInt() == status) {
                return outcome.path("count").asLong();
            }
        }
        return 0;
    }

    /** Something is to go wrong from now on. */
    public JsonNode fault(String plan) {
        Response made = control("POST", "/faults", plan);
        if (made.status() != 201) {
            throw new IllegalArgumentException(made.body());
        }
        return made.json();
    }
}
