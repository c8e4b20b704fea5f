package insights.sandbox.autopilot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import insights.sandbox.testing.Response;
import insights.sandbox.testing.Sandbox;
import insights.sandbox.testing.SandboxResource;
import insights.sandbox.testing.TestAccount;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class HooksTest {

    private final TestAccount account = Sandbox.account();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(200);
    private HttpServer target;

    @BeforeEach
    void listen() throws IOException {
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        target.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        target.start();
    }

    @AfterEach
    void close() {
        target.stop(0);
    }

    @Test
    void registersListsAndRemoves() {
        Response registered = register("contact_added", url("/one"));
        String id = registered.text("hook_id");

        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.body()).matches("\\{\"hook_id\":\"hook_[0-9A-F-]{36}\"}");
        assertThat(account.get("/hooks").body())
                .matches("\\{\"hooks\":\\[\\{\"hook_id\":\"" + id + "\",\"event\":\"contact_added\",\"target_url\":\""
                        + url("/one") + "\",\"created_at\":\\d+}]}");
        assertThat(account.delete("/hook/" + id).status()).isEqualTo(200);
        assertThat(account.get("/hooks").body()).isEqualTo("{\"hooks\":[]}");
        assertThat(account.delete("/hook/" + id).body())
                .isEqualTo(
                        "{\"error\":\"Bad Request\",\"message\":\"Invalid data provided to unregister REST Hook.\"}");
    }

    @Test
    void removesAllAtOnce() {
        register("contact_added", url("/one"));
        register("contact_updated", url("/two"));

        assertThat(account.delete("/hooks").status()).isEqualTo(200);
        assertThat(account.get("/hooks").body()).isEqualTo("{\"hooks\":[]}");
    }

    @Test
    void callsTheIdIdInAnAccountWithThatQuirk() {
        TestAccount other = Sandbox.accountWith("hookIdAsId");

        assertThat(other.post("/hook", "{\"event\":\"contact_added\",\"target_url\":\"" + url("/") + "\"}")
                        .text("id"))
                .startsWith("hook_");
    }

    @Test
    void refusesATargetTwiceAndAnUnknownEvent() {
        register("contact_added", url("/one"));

        assertThat(register("contact_updated", url("/one")).status()).isEqualTo(409);
        assertThat(register("contact_eaten", url("/two")).text("message"))
                .isEqualTo("Invalid event provided to register REST Hook.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "/hook",
                "ftp://127.0.0.1/",
                "http://example.com/hook",
                "http://127.0.0.1.example.com/",
                "http://10.0.0.1/",
                "http://localhost.example.com/",
                "http://[::2]/",
                "http://user@example.com/",
                "http://a b/"
            })
    void refusesEveryTargetButThisMachine(String url) {
        Response refused = register("contact_added", url);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("message")).isEqualTo("Invalid target_url provided to register REST Hook.");
    }

    @Test
    void tellsWhatHappensToContactsInItsOrder() {
        String segment = account.control(
                        "POST", "/segments", "{\"title\":\"Romans\",\"field\":\"MailingCity\",\"value\":\"Rome\"}")
                .text("segment_id");
        for (String event : List.of(
                "contact_added",
                "contact_updated",
                "contact_unsubscribed",
                "contact_unsubscribes",
                "contact_added_to_list",
                "contact_removed_from_list",
                "contact_entered_segment",
                "contact_left_segment")) {
            assertThat(register(event, url("/" + event)).status()).isEqualTo(201);
        }
        String list = account.list("VIPs");
        String id = account.upsert("{\"Email\":\"ana@example.com\",\"MailingCity\":\"Rome\"}");
        account.upsert("{\"Email\":\"ana@example.com\",\"MailingCity\":\"Milan\"}");
        account.upsert("{\"Email\":\"ana@example.com\",\"Company\":\"Quiet\",\"notify\":false}");
        account.post("/contact/" + id + "/unsubscribe", null);
        account.post("/contact/" + id + "/unsubscribe", null);
        account.post("/list/" + list + "/contact/" + id, null);
        account.post("/list/" + list + "/contact/" + id, null);
        account.delete("/list/" + list + "/contact/" + id);
        account.post("/list/" + list + "/contact/" + id, null);
        account.delete("/contact/" + id);

        String about = "\"contact_id\":\"" + id + "\",\"email\":\"ana@example.com\"";
        awaitReceived(9);
        assertThat(received).filteredOn(event -> event.contains("\"contact\":")).hasSize(2);
        assertThat(received)
                .anyMatch(event ->
                        event.startsWith("{\"event\":\"contact_added\",\"contact\":{\"Email\":\"ana@example.com\""))
                .anyMatch(event ->
                        event.startsWith("{\"event\":\"contact_updated\",\"contact\":{") && event.contains("Milan"))
                .contains(
                        "{\"event\":\"contact_unsubscribed\"," + about + "}",
                        "{\"event\":\"contact_unsubscribes\"," + about + "}",
                        "{\"event\":\"contact_added_to_list\"," + about + ",\"list_id\":\"" + list + "\"}",
                        "{\"event\":\"contact_removed_from_list\"," + about + ",\"list_id\":\"" + list + "\"}",
                        "{\"event\":\"contact_entered_segment\"," + about + ",\"segment_id\":\"" + segment + "\"}",
                        "{\"event\":\"contact_left_segment\"," + about + ",\"segment_id\":\"" + segment + "\"}");
    }

    @Test
    void triesFiveTimesMoreAndThenGoesOnWithTheNextEvent() {
        register("contact_added", url("/"));
        answer.set(500);
        account.contact("lost@example.com");
        awaitReceived(6);

        answer.set(204);
        account.contact("next@example.com");

        awaitReceived(7);
        assertThat(received.subList(0, 6)).allMatch(event -> event.contains("lost@example.com"));
        assertThat(received.get(6)).contains("next@example.com");
    }

    @Test
    void forgetsAHookThatIsGone() {
        register("contact_added", url("/"));
        answer.set(410);

        account.contact("ana@example.com");

        await().until(() -> account.get("/hooks").body().equals("{\"hooks\":[]}"));
        assertThat(received).hasSize(1);
    }

    @Test
    void goesOnWithoutATargetThatDoesNotListen() {
        register("contact_added", url("/"));
        target.stop(0);

        assertThat(account.contact("ana@example.com")).isNotBlank();
    }

    private Response register(String event, String url) {
        return account.post("/hook", "{\"event\":\"" + event + "\",\"target_url\":\"" + url + "\"}");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + target.getAddress().getPort() + path;
    }

    private void awaitReceived(int events) {
        await().untilAsserted(() -> assertThat(received).hasSize(events));
    }
}
