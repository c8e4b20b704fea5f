package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.sun.net.httpserver.HttpServer;
import insights.common.testing.Json;
import insights.common.testing.Patience;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the hooks of the customer hear of contacts that an export sends. */
@QuarkusTest
class NotifiedHooksTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 1_000);
    private final UUID customers = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer listener;

    @BeforeEach
    void listen() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        listener.start();
        autopilot.hook(
                "contact_added", "http://localhost:" + listener.getAddress().getPort() + "/");
    }

    @AfterEach
    void stop() {
        listener.stop(0);
    }

    @Test
    void hooksHearOfContactsOnlyWhenTheExportSaysSo() {
        person("ana", "ana@example.com", "Ana");
        String export = Api.create(connection, customers);
        Api.run(export);

        edit(export, true).statusCode(200).body("notifyHooks", equalTo(true));
        Json unchanged = Api.run(export);
        assertThat(unchanged.getInt("totals.requests"))
                .as("to tell hooks from now on is no reason to send anybody again")
                .isZero();

        person("bea", "bea@example.com", "Bea");
        Api.run(export);
        Patience.await().until(() -> !heard.isEmpty());
        assertThat(heard).singleElement().asString().contains("bea@example.com");

        edit(export, false).statusCode(200);
        person("cleo", "cleo@example.com", "Cleo");
        Api.run(export);
        assertThat(autopilot.contacts()).containsKeys("ana@example.com", "bea@example.com", "cleo@example.com");
        // What a hook hears comes soon after; somebody else's contact tells that it would have come by now.
        autopilot.asSomebodyElse("POST", "/contact", Map.of("contact", Map.of("Email", "dan@example.com")));
        Patience.await().until(() -> heard.size() > 1);
        assertThat(heard.getLast()).contains("dan@example.com");
    }

    @Test
    void isOffUnlessSaid() {
        Api.as("viewer")
                .get("/exports/" + Api.create(connection, customers))
                .then()
                .body("notifyHooks", equalTo(false));
        Map<String, Object> request = new HashMap<>(Api.request(connection, customers));
        request.put("notifyHooks", true);
        String export = Api.create(request);
        Api.as("viewer").get("/exports/" + export).then().body("notifyHooks", equalTo(true));
        Api.as("contributor")
                .post("/exports/" + export + "/duplicate")
                .then()
                .statusCode(201)
                .body("notifyHooks", equalTo(true));
        edit(export, null).statusCode(422).body("errors.pointer", hasItem("/notifyHooks"));
        edit(export, "yes").statusCode(400);
    }

    private static ValidatableResponse edit(String export, Object notifyHooks) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("notifyHooks", notifyHooks);
        return Api.as("contributor")
                .header("If-Match", "*")
                .body(changes)
                .patch("/exports/" + export)
                .then();
    }

    private void person(String id, String email, String name) {
        neighbours.profile(
                prefix + id, Instant.EPOCH, Map.of("email", email, "first_name", name, "points", 1), customers);
    }
}
