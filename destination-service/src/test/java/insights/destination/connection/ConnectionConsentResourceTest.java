package insights.destination.connection;

import static insights.destination.Api.anyVersion;
import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.connection;
import static insights.destination.Api.consent;
import static insights.destination.Api.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.nullValue;

import insights.destination.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConnectionConsentResourceTest {

    private final Map<String, Object> request = connection();
    private final String key = (String) request.get("apiKey");

    @BeforeEach
    void autopilotAccepts() {
        AutopilotAnswers.acceptAllKeys();
    }

    @Test
    void publishesTheTextInThreeLanguages() {
        text("en").body("title", equalTo("Data privacy and compliance")).body("text", containsString("I agree"));
        text("it").body("title", containsString("conformità"));
        text("es").body("title", containsString("cumplimiento"));
        as("admin").get("/consent-texts/current").then().body("language", equalTo("en"));
        as("admin")
                .queryParam("lang", "fr")
                .get("/consent-texts/current")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("lang"))
                .body("detail", containsString("en, it, es"));
        as("admin").get("/consent-texts/newest").then().statusCode(404);
    }

    @Test
    void withdrawalTakesTheKeyAwayFromRunsAtOnce() {
        String id = connected(request);
        withdraw(id)
                .statusCode(200)
                .body("status", equalTo("CONSENT_WITHDRAWN"))
                .body("consent", nullValue());
        keyIsRefused(id);
        as("export-service")
                .get("/internal/connections/" + id)
                .then()
                .body("consented", equalTo(false))
                .body("status", equalTo("CONSENT_WITHDRAWN"));
        as("admin")
                .post("/connections/" + id + "/test")
                .then()
                .statusCode(422)
                .body("type", endsWith(":consent-required"));
        withdraw(id).statusCode(409).body("type", endsWith(":consent-not-given"));
    }

    @Test
    void newConsentProvesTheKeyAnew() {
        String id = connected(request);
        withdraw(id).statusCode(200);
        agree(id, consent()).statusCode(200).body("status", equalTo("CONNECTED"));
        AutopilotAnswers.verifyAsked(2, key);
        withdraw(id).statusCode(200);
        AutopilotAnswers.to(key, AutopilotAnswers.refused());
        agree(id, consent()).statusCode(200).body("status", equalTo("NEEDS_ATTENTION"));
    }

    @Test
    void newConsentStandsWhenAutopilotCannotBeAsked() {
        String id = connected(request);
        withdraw(id).statusCode(200);
        AutopilotAnswers.to(key, AutopilotAnswers.failing());
        agree(id, consent())
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("lastCheck.outcome", equalTo("UNREACHABLE"))
                .body("consent.textVersion", equalTo(1));
        keyIsRefused(id);
        AutopilotAnswers.to(key, AutopilotAnswers.accepted());
        as("admin").post("/connections/" + id + "/test").then().statusCode(200);
        read(id).body("status", equalTo("CONNECTED"));
    }

    @Test
    void theWordsBehindARecordCanBeReadLater() {
        String sha256 = text("it").extract().path("sha256");
        as("admin")
                .get("/consent-texts/1?lang=it")
                .then()
                .statusCode(200)
                .body("sha256", equalTo(sha256))
                .body("text", containsString("Autopilot"));
        as("admin").get("/consent-texts/99").then().statusCode(404);
        as("admin").get("/consent-texts/0").then().statusCode(422);
        as("admin").get("/consent-texts/..%2f1").then().statusCode(404);
    }

    @Test
    void recordsForGoodWhoAgreedToWhatAndWhoWithdrewIt() {
        String id = connected(request);
        withdraw(id);
        Map<String, Object> spanish = consent();
        spanish.put("language", "es");
        agree(id, spanish);
        String sha256 = text("es").extract().path("sha256");
        as("admin")
                .get("/connections/" + id + "/consent-records")
                .then()
                .statusCode(200)
                .body("items.action", contains("AGREED", "WITHDRAWN", "AGREED"))
                .body("items.language", contains("es", "it", "it"))
                .body("items[0].textVersion", equalTo(1))
                .body("items[0].textSha256", equalTo(sha256))
                .body("items[0].by.subject", equalTo("subject-of-admin"));
        as("admin")
                .get("/connections/" + id + "/consent-records?sort=at&since=2020-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("items.language", contains("it", "it", "es"));
        as("admin")
                .get("/connections/" + id + "/consent-records?until=2020-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void agreesToTheCurrentTextOnly() {
        String id = connected();
        agree(id, Map.of("textVersion", 0, "language", "en", "agreed", true))
                .statusCode(422)
                .body("type", endsWith(":consent-outdated"));
        agree(id, Map.of("textVersion", 1, "language", "en", "agreed", false))
                .statusCode(422)
                .body("type", endsWith(":consent-required"));
    }

    private static ValidatableResponse text(String language) {
        return as("admin")
                .queryParam("lang", language)
                .get("/consent-texts/current")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("language", equalTo(language))
                .body("sha256", hasLength(64));
    }

    private static ValidatableResponse withdraw(String id) {
        return anyVersion("admin").delete("/connections/" + id + "/consent").then();
    }

    private static ValidatableResponse agree(String id, Map<String, Object> consent) {
        return Api.anyVersion("admin")
                .body(consent)
                .post("/connections/" + id + "/consent")
                .then();
    }

    private static void keyIsRefused(String id) {
        as("export-service")
                .get("/internal/connections/" + id + "/api-key")
                .then()
                .statusCode(409)
                .body("type", endsWith(":connection-not-usable"));
    }
}
