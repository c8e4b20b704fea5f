package insights.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.account.Api;
import insights.sandbox.testing.Http;
import insights.sandbox.testing.Response;
import insights.sandbox.testing.Sandbox;
import insights.sandbox.testing.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How late an account answers, at each of the APIs. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class LatencyTest {

    private static final int FAR = 250;
    private static final Duration SHORT = Duration.ofMillis(400);

    private String key;

    @ParameterizedTest
    @EnumSource
    void whateverIsAnsweredIsLate(Api api) throws IOException {
        account(api, "\"latency\":{\"millis\":" + FAR + "}");

        assertThat(late(api).status()).isEqualTo(200);
        control("POST", "/faults", "{\"effect\":\"STATUS\",\"status\":503,\"next\":1}");
        assertThat(late(api).status()).isEqualTo(503);
        control("PATCH", "", "{\"disabled\":true}");
        assertThat(late(api).status()).isEqualTo(401);
        assertThat(counted()).as("each of them, once").isEqualTo(3);
    }

    /** From the next request on; what is asked is done at once. */
    @ParameterizedTest
    @EnumSource
    void isChangedAtAnyTime(Api api) throws IOException {
        account(api, "\"logged\":true");
        assertThat(send(api, Duration.ofSeconds(30)).status()).isEqualTo(200);

        control("PATCH", "", "{\"latency\":{\"millis\":600000}}");
        assertThatThrownBy(() -> send(api, SHORT)).isInstanceOf(HttpTimeoutException.class);
        JsonNode log = control("GET", "/requests", null).json();
        assertThat(log).hasSize(2);
        assertThat(log.at("/0/lateMillis").asLong(-1)).isZero();
        assertThat(log.at("/1/lateMillis").asLong()).isEqualTo(600_000);
        assertThat(log.at("/1/atMicros").asLong())
                .isGreaterThan(log.at("/0/atMicros").asLong(Long.MAX_VALUE));

        control("PATCH", "", "{\"latency\":{\"millis\":0}}");
        assertThat(send(api, Duration.ofSeconds(30)).status()).isEqualTo(200);
    }

    @Test
    void saysWhatItIsAndWhatItCannotBe() {
        account(Api.ORTTO, "\"latency\":{\"millis\":20,\"deviation\":0.5,\"seed\":7}");
        control("PATCH", "", "{\"latency\":{\"millis\":30}}");

        assertThat(control("GET", "", null).json().path("latency").toString())
                .isEqualTo("{\"millis\":30,\"deviation\":0.5,\"seed\":7}");
        for (String wrong : List.of("{\"millis\":-1}", "{\"deviation\":7}", "{\"millis\":600001}")) {
            Response refused = control("PATCH", "", "{\"latency\":" + wrong + "}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("message"))
                    .isEqualTo("latency has millis of 0 to 600000 and a deviation of 0 to 3.");
        }
        assertThat(control("GET", "", null).json().at("/latency/millis").asInt())
                .as("as before")
                .isEqualTo(30);
    }

    private void account(Api api, String settings) {
        String all = "{\"api\":\"%s\",\"ratePerSecond\":0,%s}".formatted(api, settings);
        Response created = Sandbox.control("POST", "/accounts", all);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        key = created.text("apiKey");
    }

    private Response late(Api api) throws IOException {
        long begin = System.nanoTime();
        Response response = send(api, Duration.ofSeconds(30));
        // A timer may go off within the last millisecond.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(FAR - 1));
        return response;
    }

    private Response send(Api api, Duration patience) throws IOException {
        return switch (api) {
            case AUTOPILOT ->
                Http.send(Sandbox.apiPort(), "GET", "/v1/lists", Map.of("autopilotapikey", key), null, patience);
            case ORTTO ->
                Http.send(
                        Sandbox.apiPort(),
                        "POST",
                        "/v1/tags/get",
                        Map.of("X-Api-Key", key, "Content-Type", "application/json"),
                        "{}",
                        patience);
        };
    }

    private int counted() {
        return control("GET", "/counters", null).json().path("requests").asInt();
    }

    private Response control(String method, String path, String body) {
        return Sandbox.control(method, "/accounts/" + key + path, body);
    }
}
