package insights.destination.connection;

import static insights.destination.Api.as;
import static insights.destination.Api.connection;
import static insights.destination.Api.create;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import insights.destination.Neighbours;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NewConnectionResourceTest {

    private final Map<String, Object> request = connection();
    private final String key = (String) request.get("apiKey");

    @BeforeEach
    void autopilotAccepts() {
        AutopilotAnswers.acceptAllKeys();
    }

    @Test
    void makesAConnectionThatAutopilotAccepts() {
        String id = create(request)
                .then()
                .statusCode(201)
                .header("Location", startsWith("/connections/0"))
                .header("ETag", notNullValue())
                .body("status", equalTo("CONNECTED"))
                .body("keyHint", equalTo(key.substring(28)))
                .body("endpoint", equalTo(Neighbours.endpoint("v1")))
                .body("rateLimitPerSecond", equalTo(5))
                .body("sharedWithContributors", equalTo(false))
                .body("consent.textVersion", equalTo(1))
                .body("consent.language", equalTo("it"))
                .body("consent.by.subject", equalTo("subject-of-admin"))
                .body("lastCheck.outcome", equalTo("ACCEPTED"))
                .body("exportUser", nullValue())
                .body("createdBy.name", equalTo("admin"))
                .body(not(containsString(key)))
                .extract()
                .path("id");
        AutopilotAnswers.verifyAsked(1, key);
        as("admin").get("/connections/" + id).then().statusCode(200).body("displayName", equalTo(name()));
    }

    @Test
    void keepsADraftUntilThereIsAKey() {
        request.remove("apiKey");
        request.remove("consent");
        create(request).then().statusCode(201).body("status", equalTo("DRAFT")).body("keyHint", nullValue());
    }

    @Test
    void takesNoKeyWithoutConsent() {
        request.remove("consent");
        refused(422, "consent-required");
        request.put("consent", Map.of("textVersion", 1, "language", "en", "agreed", false));
        refused(422, "consent-required");
        AutopilotAnswers.verifyAsked(0, key);
    }

    @Test
    void takesConsentToTheCurrentTextOnly() {
        request.put("consent", Map.of("textVersion", 99, "language", "en", "agreed", true));
        refused(422, "consent-outdated");
        AutopilotAnswers.verifyAsked(0, key);
    }

    @Test
    void savesNothingWhenAutopilotRefusesTheKey() {
        autopilotAnswers(AutopilotAnswers.refused());
        refused(422, "api-key-refused");
    }

    @Test
    void savesNothingWhenAutopilotCannotReadTheKey() {
        autopilotAnswers(AutopilotAnswers.unreadableKey());
        refused(422, "api-key-refused");
    }

    @Test
    void savesNothingWhenAutopilotAsksToWait() {
        autopilotAnswers(AutopilotAnswers.throttled());
        refused(503, "destination-throttled").header("Retry-After", equalTo("60"));
        AutopilotAnswers.verifyAsked(1, key);
    }

    @Test
    void triesAgainAndSavesNothingWhenAutopilotFails() {
        autopilotAnswers(AutopilotAnswers.failing());
        refused(502, "destination-unreachable");
        AutopilotAnswers.verifyAsked(3, key);
    }

    @Test
    void savesNothingWhenAutopilotIsNotReached() {
        request.put("endpoint", Neighbours.NOBODY_THERE);
        refused(502, "destination-unreachable");
    }

    @Test
    void savesNothingWhenTheConnectionBreaks() {
        autopilotAnswers(AutopilotAnswers.resetting());
        refused(502, "destination-unreachable");
    }

    @Test
    void savesNothingWhenAutopilotIsTooSlow() {
        autopilotAnswers(AutopilotAnswers.slow());
        refused(504, "destination-too-slow");
        AutopilotAnswers.verifyAsked(1, key);
    }

    @Test
    void tellsSomethingElseFromAutopilot() {
        for (int status : new int[] {200, 401, 404}) {
            autopilotAnswers(AutopilotAnswers.somethingElse(status));
            refused(502, "not-the-destination");
        }
    }

    @Test
    void followsNoRedirect() {
        autopilotAnswers(AutopilotAnswers.redirect());
        refused(502, "not-the-destination");
        AutopilotAnswers.verifyNotRedirected();
    }

    @Test
    void callsAllowedEndpointsOnly() {
        String[] others = {
            "http://169.254.169.254/latest/meta-data",
            "http://localhost:5432",
            Neighbours.endpoint("v1") + "/../internal",
            Neighbours.endpoint("v1") + "?x=",
            Neighbours.endpoint("v1").replace("http://", "http://user@"),
            "file:///etc/passwd",
            "v1"
        };
        for (String other : others) {
            request.put("endpoint", other);
            refused(422, "endpoint-not-allowed").body("errors.pointer", hasItem("/endpoint"));
        }
        AutopilotAnswers.verifyAsked(0, key);
    }

    @Test
    void takesAnotherAllowedEndpoint() {
        request.put("endpoint", Neighbours.endpoint("other") + "/");
        create(request).then().statusCode(201).body("endpoint", equalTo(Neighbours.endpoint("other")));
    }

    @Test
    void takesNoNameTwice() {
        create(request).then().statusCode(201);
        Map<String, Object> second = connection();
        second.put("displayName", " " + name().toUpperCase(java.util.Locale.ROOT) + " ");
        create(second)
                .then()
                .statusCode(409)
                .body("type", endsWith(":name-taken"))
                .body("errors.pointer", hasItem("/displayName"));
        AutopilotAnswers.verifyAsked(0, (String) second.get("apiKey"));
    }

    @Test
    void takesNoKeyTwiceAndDoesNotTellWhoseItIs() {
        String id = create(request).then().statusCode(201).extract().path("id");
        Map<String, Object> second = connection();
        second.put("apiKey", key);
        create(second)
                .then()
                .statusCode(409)
                .body("type", endsWith(":api-key-in-use"))
                .body(not(containsString(name())))
                .body(not(containsString(id)))
                .body(not(containsString(key)));
        AutopilotAnswers.verifyAsked(1, key);
    }

    @Test
    void keepsNamesAndKeysUniqueWhenMadeAtTheSameTime() throws Exception {
        AutopilotAnswers.to(key, AutopilotAnswers.accepted().withFixedDelay(500));
        assertThat(statusesOfMany(() -> {
                    Map<String, Object> sameKey = connection();
                    sameKey.put("apiKey", key);
                    return sameKey;
                }))
                .containsExactly(201, 409, 409, 409);
        assertThat(statusesOfMany(() -> {
                    Map<String, Object> sameName = connection();
                    sameName.put("displayName", name());
                    return sameName;
                }))
                .containsExactly(201, 409, 409, 409);
    }

    private static List<Integer> statusesOfMany(Supplier<Map<String, Object>> request) throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> requests =
                    Collections.nCopies(4, () -> create(request.get()).statusCode());
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> each : many.invokeAll(requests)) {
                statuses.add(each.get());
            }
            Collections.sort(statuses);
            return statuses;
        }
    }

    @Test
    void pointsAtEveryValueThatIsNotValid() {
        request.put("displayName", " ");
        request.put("apiKey", "has a space in it ok");
        request.put("rateLimitPerSecond", 0);
        request.put("maxContacts", 0);
        request.put("consent", Map.of("agreed", true));
        create(request)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        equalTo(List.of(
                                "/apiKey",
                                "/consent/language",
                                "/consent/textVersion",
                                "/displayName",
                                "/maxContacts",
                                "/rateLimitPerSecond")))
                .body(not(containsString("has a space")));
    }

    @Test
    void doesNotRepeatAKeyThatIsInTheWrongPlace() {
        request.put("apiKey", Map.of("value", key));
        create(request).then().statusCode(400).body(not(containsString(key)));
        request.put("apiKey", key);
        request.put("type", key);
        create(request).then().statusCode(400).body(not(containsString(key)));
    }

    private ValidatableResponse refused(int status, String type) {
        ValidatableResponse response = create(request)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:insights:problem:" + type))
                .body("detail", notNullValue())
                .body(not(containsString(key)));
        as("admin")
                .queryParam("q", name())
                .get("/connections")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        return response;
    }

    private void autopilotAnswers(ResponseDefinitionBuilder answer) {
        AutopilotAnswers.to(key, answer);
    }

    private String name() {
        return (String) request.get("displayName");
    }
}
