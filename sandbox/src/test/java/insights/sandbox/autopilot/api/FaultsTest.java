package insights.sandbox.autopilot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.testing.Response;
import insights.sandbox.testing.Sandbox;
import insights.sandbox.testing.SandboxResource;
import insights.sandbox.testing.TestAccount;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class FaultsTest {

    private static final String CONTACT = "{\"contact\":{\"Email\":\"ana@example.com\"}}";
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final TestAccount account = Sandbox.account();

    @ParameterizedTest
    @ValueSource(ints = {400, 429, 500, 502, 503})
    void answersTheNextTwoRequestsWithAnError(int status) {
        account.fault("{\"effect\":\"STATUS\",\"status\":" + status + ",\"next\":2}");

        for (int i = 0; i < 2; i++) {
            Response response = account.post("/contact", CONTACT);
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.text("error")).isNotBlank();
            assertThat(response.text("message")).isNotBlank();
        }
        assertThat(contacts()).isZero();
        assertThat(account.post("/contact", CONTACT).status()).isEqualTo(200);
        assertThat(account.count("POST", "/contact", status)).isEqualTo(2);
        assertThat(account.count("POST", "/contact", 200)).isOne();
    }

    @Test
    void saysWhatItIsToldToAndWhenToTryAgain() {
        account.fault("{\"effect\":\"STATUS\",\"status\":429,\"message\":\"Slow down.\",\"retryAfterSeconds\":7}");

        Response response = account.get("/lists");

        assertThat(response.body()).isEqualTo("{\"error\":\"Too Many Requests\",\"message\":\"Slow down.\"}");
        assertThat(response.header("Retry-After")).isEqualTo("7");
    }

    @Test
    void refusesTheKeyFromNowOn() {
        account.fault("{\"effect\":\"STATUS\",\"status\":401}");

        for (int i = 0; i < 5; i++) {
            assertThat(account.get("/lists").body())
                    .isEqualTo("{\"error\":\"Unauthorized\",\"message\":\"Provided autopilotapikey not valid.\"}");
        }
        account.control("DELETE", "/faults", null);
        assertThat(account.get("/lists").status()).isEqualTo(200);
    }

    @Test
    void failsAlthoughTheChangeWasMade() {
        account.fault("{\"effect\":\"STATUS\",\"status\":500,\"applied\":true,\"next\":1}");

        assertThat(account.post("/contact", CONTACT).status()).isEqualTo(500);
        assertThat(contacts()).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hangs(boolean applied) {
        account.fault("{\"effect\":\"HANG\",\"applied\":" + applied + ",\"method\":\"POST\"}");

        assertThatThrownBy(() -> account.send("POST", "/contact", CONTACT, PATIENCE))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(contacts()).isEqualTo(applied ? 1 : 0);
        assertThat(account.count("POST", "/contact", 0)).isOne();
    }

    @Test
    void answersLateWhatItDidAtOnce() throws IOException {
        account.fault("{\"effect\":\"LATE\",\"delayMillis\":1200,\"next\":2}");

        assertThatThrownBy(() -> account.send("POST", "/contact", CONTACT, PATIENCE))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(contacts()).isOne();
        long startedAt = System.nanoTime();
        assertThat(account.send("GET", "/lists", null, Duration.ofSeconds(10)).status())
                .isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isGreaterThan(Duration.ofMillis(1100));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closesTheConnection(boolean applied) {
        account.fault("{\"effect\":\"CLOSE\",\"applied\":" + applied + ",\"next\":1}");

        assertThat(account.sendRaw("POST", "/contact", CONTACT)).isEmpty();
        assertThat(contacts()).isEqualTo(applied ? 1 : 0);
        assertThat(account.count("POST", "/contact", 0)).isOne();
    }

    @Test
    void sendsHalfAnAnswerToWhatItDid() {
        account.fault("{\"effect\":\"TRUNCATED\",\"next\":1}");

        assertThatThrownBy(() -> account.send("POST", "/contact", CONTACT, Duration.ofSeconds(10)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        assertThat(contacts()).isOne();

        account.fault("{\"effect\":\"TRUNCATED\",\"applied\":false,\"next\":1}");
        assertThat(account.sendRaw("DELETE", "/contact/ana@example.com", ""))
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("content-length: 2")
                .endsWith("\r\n\r\n{");
        assertThat(contacts()).isOne();
        account.fault("{\"effect\":\"TRUNCATED\",\"next\":1}");
        assertThat(account.sendRaw("DELETE", "/contact/ana@example.com", ""))
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("content-length: 2")
                .endsWith("\r\n\r\n{");
        assertThat(contacts()).isZero();
        assertThat(account.count("DELETE", "/contact/{contact}", 200)).isEqualTo(2);
        account.fault("{\"effect\":\"TRUNCATED\",\"next\":1}");
        assertThat(account.sendRaw("POST", "/contact", CONTACT))
                .contains("{\"contact_id\"")
                .doesNotContain("}");
    }

    @Test
    void sendsABodyThatIsNotJson() {
        account.fault("{\"effect\":\"NOT_JSON\",\"next\":1}");

        Response response = account.post("/contact", CONTACT);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Type")).isEqualTo("application/json");
        assertThatThrownBy(response::json).hasMessageContaining("Unexpected character");
        assertThat(contacts()).isOne();
    }

    @Test
    void refusesAnEmail() {
        account.fault("{\"effect\":\"REFUSE_EMAIL\",\"email\":\"ana@example.com\"}");

        Response bulk = account.post(
                "/contacts", "{\"contacts\":[{\"Email\":\"Ana@example.com\"},{\"Email\":\"b@example.com\"}]}");

        assertThat(bulk.json().path("email_contact_map").fieldNames())
                .toIterable()
                .containsExactly("b@example.com");
        assertThat(account.post("/contact", CONTACT).status()).isEqualTo(400);
        assertThat(hits()).containsExactly(2L);
    }

    @Test
    void hitsAFractionOfOneOperationAlikeForTheSameSeed() {
        String plan =
                "{\"effect\":\"STATUS\",\"status\":503,\"fraction\":0.3,\"seed\":7,\"method\":\"GET\",\"path\":\"/lists\"}";
        TestAccount other = Sandbox.account();
        account.fault(plan);
        other.fault(plan);

        List<Integer> statuses = statuses(account, 100);

        assertThat(statuses).isEqualTo(statuses(other, 100)).contains(200, 503);
        assertThat(account.get("/contacts").status()).isEqualTo(200);
        long failed = statuses.stream().filter(status -> status == 503).count();
        assertThat(account.count("GET", "/lists", 503)).isEqualTo(failed);
        assertThat(account.count("GET", "/lists", 200)).isEqualTo(100 - failed);
        assertThat(hits()).containsExactly(failed);
    }

    @Test
    void sparesRequestsThatAreRefusedAnyway() {
        account.control("PATCH", "", "{\"disabled\":true}");
        account.fault("{\"effect\":\"STATUS\",\"status\":500,\"next\":1}");

        assertThat(account.get("/lists").status()).isEqualTo(401);
        assertThat(hits()).containsExactly(0L);
    }

    @Test
    void hitsWhileItsTimeWindowIsOpen() {
        account.fault("{\"effect\":\"STATUS\",\"status\":500,\"fromMillis\":3600000,\"forMillis\":1}");
        assertThat(account.get("/lists").status()).isEqualTo(200);

        account.fault("{\"effect\":\"STATUS\",\"status\":500,\"forMillis\":3600000}");
        assertThat(account.get("/lists").status()).isEqualTo(500);
    }

    private int contacts() {
        return account.counters().path("contacts").asInt();
    }

    private List<Long> hits() {
        List<JsonNode> faults = account.control("GET", "/faults", null).json().findValues("hits");
        return faults.stream().map(JsonNode::asLong).toList();
    }

    private static List<Integer> statuses(TestAccount account, int requests) {
        return IntStream.range(0, requests)
                .mapToObj(i -> account.get("/lists").status())
                .toList();
    }
}
