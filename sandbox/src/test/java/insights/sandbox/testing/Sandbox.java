package insights.sandbox.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** The sandbox under test, seen from outside. */
public final class Sandbox {

    public static final String READY_KEY = "0123456789abcdef0123456789abcdef";

    public static final String READY_ORTTO_KEY = "ortto-ready-account";

    /** Read once: they do not change while tests run. */
    private static JsonNode ports;

    private Sandbox() {}

    public static int apiPort() {
        return ports().path("api").asInt();
    }

    public static int controlPort() {
        return ports().path("control").asInt();
    }

    public static Response control(String method, String path, String body) {
        return Http.send(controlPort(), method, "/control" + path, Map.of(), body);
    }

    /** A new account without a request rate. */
    public static TestAccount account() {
        return account("{\"ratePerSecond\":0}");
    }

    public static TestAccount account(String settings) {
        Response created = control("POST", "/accounts", settings);
        if (created.status() != 201) {
            throw new IllegalArgumentException(created.body());
        }
        return new TestAccount(created.text("apiKey"));
    }

    /** A new account without a request rate, and with one quirk. */
    public static TestAccount accountWith(String quirk) {
        return account("{\"ratePerSecond\":0,\"quirks\":{\"" + quirk + "\":true}}");
    }

    private static JsonNode ports() {
        if (ports == null) {
            await().until(() -> Files.exists(SandboxResource.PORTS));
            try {
                ports = Json.parse(Files.readAllBytes(SandboxResource.PORTS));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ports;
    }
}
