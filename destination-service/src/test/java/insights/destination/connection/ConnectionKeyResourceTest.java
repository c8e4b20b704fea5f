package insights.destination.connection;

import static insights.common.testing.Patience.await;
import static insights.destination.Api.anyVersion;
import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.connection;
import static insights.destination.Api.consent;
import static insights.destination.Api.newKey;
import static insights.destination.Api.read;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConnectionKeyResourceTest {

    private final Map<String, Object> request = connection();
    private final String key = (String) request.get("apiKey");

    @BeforeEach
    void autopilotAccepts() {
        AutopilotAnswers.acceptAllKeys();
    }

    @Test
    void connectsADraftStepByStep() {
        request.remove("apiKey");
        request.remove("consent");
        String id = connected(request);
        replace(id, key).statusCode(422).body("type", endsWith(":consent-required"));
        test(id).statusCode(422).body("type", endsWith(":consent-required"));
        anyVersion("admin")
                .body(consent())
                .post("/connections/" + id + "/consent")
                .then()
                .statusCode(200);
        read(id).body("status", equalTo("DRAFT"));
        test(id).statusCode(409).body("type", endsWith(":api-key-missing"));
        replace(id, key).statusCode(200).body("status", equalTo("CONNECTED"));
        read(id).body("keyHint", equalTo(key.substring(28)));
    }

    @Test
    void replacesTheKeyOnlyByOneThatAutopilotAccepts() {
        String id = connected(request);
        String another = newKey();
        AutopilotAnswers.to(another, AutopilotAnswers.refused());
        replace(id, another).statusCode(422).body("type", endsWith(":api-key-refused"));
        keyIs(id, key);
        AutopilotAnswers.to(another, AutopilotAnswers.accepted());
        replace(id, another).statusCode(200).body("keyHint", equalTo(another.substring(28)));
        keyIs(id, another);
    }

    @Test
    void takesTheSameKeyAgainButNoKeyOfAnother() {
        String id = connected(request);
        replace(id, key).statusCode(200);
        replace(connected(), key).statusCode(409).body("type", endsWith(":api-key-in-use"));
    }

    @Test
    void takesNoKeyOfAnotherAccount() {
        String id = connected(request);
        String another = newKey();
        AutopilotAnswers.to(another, AutopilotAnswers.ofAccount("a-2"));
        replace(id, another)
                .statusCode(409)
                .body("type", endsWith(":another-account"))
                .body("detail", containsString("Make a new connection"));
        keyIs(id, key);
        read(id).body("status", equalTo("CONNECTED"));
        AutopilotAnswers.to(another, AutopilotAnswers.ofNobodySays());
        replace(id, another).statusCode(200);
        AutopilotAnswers.to(key, AutopilotAnswers.ofAccount("a-2"));
        replace(id, key).statusCode(409).body("type", endsWith(":another-account"));
    }

    @Test
    void learnsFromATestWhichAccountItIs() {
        AutopilotAnswers.to(key, AutopilotAnswers.ofNobodySays());
        String id = connected(request);
        AutopilotAnswers.to(key, AutopilotAnswers.ofAccount("a-1"));
        test(id).statusCode(200);
        String another = newKey();
        AutopilotAnswers.to(another, AutopilotAnswers.ofAccount("a-2"));
        replace(id, another).statusCode(409).body("type", endsWith(":another-account"));
    }

    @Test
    void freesAKeyThatWasReplaced() {
        String id = connected(request);
        replace(id, newKey()).statusCode(200);
        replace(connected(), key).statusCode(200);
    }

    @Test
    void keepsWhatEachTestShows() {
        String id = connected(request);
        tested(id, AutopilotAnswers.throttled(), "THROTTLED", "CONNECTED");
        tested(id, AutopilotAnswers.failing(), "UNREACHABLE", "CONNECTED");
        tested(id, AutopilotAnswers.somethingElse(200), "NOT_THE_DESTINATION", "CONNECTED");
        tested(id, AutopilotAnswers.refused(), "API_KEY_REFUSED", "NEEDS_ATTENTION");
        tested(id, AutopilotAnswers.throttled(), "THROTTLED", "NEEDS_ATTENTION");
        tested(id, AutopilotAnswers.accepted(), "ACCEPTED", "CONNECTED");
    }

    @Test
    void takesNoAnswerAboutAConnectionThatChangedMeanwhile() throws Exception {
        String id = connected(request);
        AutopilotAnswers.to(key, AutopilotAnswers.refused().withFixedDelay(2_000));
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<ValidatableResponse> test = other.submit(() -> test(id));
            await().until(() -> AutopilotAnswers.timesAsked(key) == 2);
            replace(id, newKey()).statusCode(200);
            test.get().statusCode(409).body("type", endsWith(":changed-meanwhile"));
        }
        read(id).body("status", equalTo("CONNECTED")).body("lastCheck.outcome", equalTo("ACCEPTED"));
    }

    @Test
    void repairsARefusedConnectionByAnotherKey() {
        String id = connected(request);
        tested(id, AutopilotAnswers.refused(), "API_KEY_REFUSED", "NEEDS_ATTENTION");
        replace(id, newKey()).statusCode(200).body("status", equalTo("CONNECTED"));
    }

    @Test
    void asksForAKeyThatCanBeOne() {
        String id = connected();
        anyVersion("admin")
                .body("{}")
                .put("/connections/" + id + "/api-key")
                .then()
                .statusCode(422);
        replace(id, "short").statusCode(422).body("errors[0].pointer", equalTo("/apiKey"));
        replace(id, "with\r\nX-Header: injected, sixteen").statusCode(422);
    }

    private static void tested(String id, ResponseDefinitionBuilder answer, String outcome, String status) {
        String key = keyOf(id);
        AutopilotAnswers.to(key, answer);
        test(id).statusCode(200).body("outcome", equalTo(outcome)).body("detail", not(nullValue()));
        read(id).body("lastCheck.outcome", equalTo(outcome)).body("status", equalTo(status));
    }

    private static ValidatableResponse replace(String id, String key) {
        return anyVersion("admin")
                .body(Map.of("apiKey", key))
                .put("/connections/" + id + "/api-key")
                .then();
    }

    private static ValidatableResponse test(String id) {
        return as("admin").post("/connections/" + id + "/test").then();
    }

    private static void keyIs(String id, String expected) {
        as("export-service")
                .get("/internal/connections/" + id + "/api-key")
                .then()
                .statusCode(200)
                .body("apiKey", equalTo(expected));
    }

    private static String keyOf(String id) {
        return as("export-service")
                .get("/internal/connections/" + id + "/api-key")
                .path("apiKey");
    }
}
