package insights.sandbox.autopilot.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.testing.Response;
import insights.sandbox.testing.Sandbox;
import insights.sandbox.testing.SandboxResource;
import insights.sandbox.testing.TestAccount;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class ConcurrencyTest {

    private static final int CLIENTS = 8;
    private static final int REQUESTS = 400;

    private final TestAccount account = Sandbox.account();

    @Test
    void losesNothingWhenManyCallAtOnce() throws Exception {
        account.quirk("listInBulk");
        String list = account.list("Everybody");

        List<Response> responses = concurrently(i -> switch (i % 3) {
            case 0 ->
                account.post("/contacts", "{\"contacts\":[" + contact(i, list) + "," + contact(i + 1, list) + "]}");
            case 1 -> account.post("/contact", "{\"contact\":" + contact(i, list) + "}");
            default -> account.get("/list/" + list + "/contacts");
        });

        assertThat(responses).allMatch(response -> response.status() == 200);
        JsonNode counters = account.counters();
        int distinct = 2 * (REQUESTS + 2) / 3;
        assertThat(counters.path("contacts").asInt()).isEqualTo(distinct);
        assertThat(counters.path("memberships").asInt()).isEqualTo(distinct);
        assertThat(counters.path("requests").asInt()).isEqualTo(1 + REQUESTS);
    }

    @Test
    void makesOneContactOfOneEmail() throws Exception {
        List<Response> responses = concurrently(i -> account.post("/contact", "{\"contact\":" + contact(0, "") + "}"));

        assertThat(responses.stream().map(Response::body).distinct()).hasSize(1);
        assertThat(account.counters().path("contacts").asInt()).isOne();
    }

    @Test
    void makesOneListOfOneName() throws Exception {
        List<Response> responses = concurrently(i -> account.post("/list", "{\"name\":\"VIPs\"}"));

        assertThat(responses.stream().filter(response -> response.status() == 200))
                .hasSize(1);
        assertThat(account.count("POST", "/list", 409)).isEqualTo(REQUESTS - 1);
    }

    @Test
    void countsEveryRequestByHowItEnded() throws Exception {
        account.fault("{\"effect\":\"STATUS\",\"status\":503,\"fraction\":0.2,\"seed\":1}");
        account.fault("{\"effect\":\"STATUS\",\"status\":500,\"next\":40}");

        List<Response> responses = concurrently(i -> account.get("/lists"));

        Map<Integer, Long> seen = new TreeMap<>();
        responses.forEach(response -> seen.merge(response.status(), 1L, Long::sum));
        Map<Integer, Long> counted = new TreeMap<>();
        account.counters()
                .path("outcomes")
                .forEach(outcome -> counted.put(
                        outcome.path("status").asInt(), outcome.path("count").asLong()));
        assertThat(counted).isEqualTo(seen).containsEntry(500, 40L).containsKeys(200, 503);
        assertThat(account.counters().path("peakPerSecond").asInt()).isBetween(REQUESTS / 20, REQUESTS);
    }

    private static String contact(int i, String list) {
        return "{\"Email\":\"c" + i + "@example.com\",\"_autopilot_list\":\"" + list + "\"}";
    }

    private static List<Response> concurrently(IntFunction<Response> request) throws Exception {
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Response>> requests = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                int number = i;
                requests.add(() -> request.apply(number));
            }
            List<Response> responses = new ArrayList<>();
            for (Future<Response> response : clients.invokeAll(requests)) {
                responses.add(response.get());
            }
            return responses;
        }
    }
}
