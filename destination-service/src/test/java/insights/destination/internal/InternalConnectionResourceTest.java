package insights.destination.internal;

import static insights.destination.Api.anyVersion;
import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.connection;
import static insights.destination.Api.newKey;
import static insights.destination.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import insights.common.testing.Tokens;
import insights.destination.Database;
import insights.destination.Neighbours;
import insights.destination.connection.AutopilotAnswers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InternalConnectionResourceTest {

    private final Map<String, Object> request = connection();
    private String path;
    private String id;

    @BeforeEach
    void aConnection() {
        AutopilotAnswers.acceptAllKeys();
        request.put("maxContacts", 900);
        id = connected(request);
        path = "/internal/connections/" + id;
    }

    @Test
    void tellsARunWhatItMustKnow() {
        as("export-service")
                .get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, no-cache"))
                .body("id", equalTo(id))
                .body("type", equalTo("AUTOPILOT"))
                .body("displayName", equalTo(request.get("displayName")))
                .body("status", equalTo("CONNECTED"))
                .body("sharedWithContributors", equalTo(false))
                .body("endpoint", equalTo(Neighbours.endpoint("v1")))
                .body("rateLimitPerSecond", equalTo(5))
                .body("maxContacts", equalTo(900))
                .body("consented", equalTo(true))
                .body("exportUser", nullValue())
                .body("keyHint", nullValue());
    }

    @Test
    void isCheapToPoll() {
        String tag = as("export-service").get(path).header("ETag");
        as("export-service")
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(emptyString());
        anyVersion("admin").put("/connections/" + id + "/export-user").then().statusCode(200);
        as("export-service").header("If-None-Match", tag).get(path).then().statusCode(200);
    }

    @Test
    void handsTheKeyToExportServiceUncached() {
        as("export-service")
                .get(path + "/api-key")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("apiKey", equalTo(request.get("apiKey")));
    }

    @Test
    void handsNothingToAnybodyElse() {
        for (String role : new String[] {"admin", "contributor", "viewer", "platform", "segment-service"}) {
            as(role).get(path).then().statusCode(403);
            as(role).get(path + "/api-key").then().statusCode(403);
            as(role).body(Map.of("reason", "API_KEY_REFUSED"))
                    .put(path + "/attention")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void takesNoTokenThatIsMeantForAnotherService() {
        for (String operation : new String[] {"", "/api-key"}) {
            as(Tokens.of("export-service").audience("segment-service"))
                    .get(path + operation)
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void handsOutNoKeyThatIsNotThere() {
        Map<String, Object> draft = connection();
        draft.remove("apiKey");
        as("export-service")
                .get("/internal/connections/" + connected(draft) + "/api-key")
                .then()
                .statusCode(409)
                .body("type", endsWith(":connection-not-usable"));
        as("export-service")
                .get("/internal/connections/" + UUID.randomUUID() + "/api-key")
                .then()
                .statusCode(404);
    }

    @Test
    void handsOutNoKeyForAnEndpointThatIsNoLongerAllowed() {
        Database.update("update connection set endpoint = 'http://intranet.example.com' where id = '" + id + "'");
        as("export-service")
                .get(path + "/api-key")
                .then()
                .statusCode(409)
                .body("type", endsWith(":connection-not-usable"));
        as("admin")
                .post("/connections/" + id + "/test")
                .then()
                .statusCode(422)
                .body("type", endsWith(":endpoint-not-allowed"));
    }

    @Test
    void notesThatAutopilotRefusedTheKeyInARun() {
        as("export-service")
                .body(Map.of("reason", "API_KEY_REFUSED", "detail", "Run 7 got 401."))
                .put(path + "/attention")
                .then()
                .statusCode(204);
        read(id).body("status", equalTo("NEEDS_ATTENTION"))
                .body("lastCheck.outcome", equalTo("API_KEY_REFUSED"))
                .body("lastCheck.detail", equalTo("Run 7 got 401."));
        as("export-service").get(path + "/api-key").then().statusCode(200);
        as("export-service").body("{}").put(path + "/attention").then().statusCode(422);
        assertThat(as("admin").post("/connections/" + id + "/test").statusCode())
                .isEqualTo(200);
        read(id).body("status", equalTo("CONNECTED"));
    }

    @Test
    void knowsAKeyFromThoseBeforeIt() {
        String old = keyId();
        assertThat(keyId()).isEqualTo(old).isNotEqualTo(request.get("apiKey"));
        anyVersion("admin")
                .body(Map.of("apiKey", newKey()))
                .put("/connections/" + id + "/api-key")
                .then()
                .statusCode(200);
        refused(old);
        read(id).body("status", equalTo("CONNECTED")).body("lastCheck.outcome", equalTo("ACCEPTED"));
        refused(keyId());
        read(id).body("status", equalTo("NEEDS_ATTENTION"));
    }

    private String keyId() {
        String tag = as("export-service").get(path + "/api-key").header("ETag");
        assertThat(tag).startsWith("\"").endsWith("\"");
        return tag.substring(1, tag.length() - 1);
    }

    private void refused(String keyId) {
        as("export-service")
                .body(Map.of("reason", "API_KEY_REFUSED", "keyId", keyId))
                .put(path + "/attention")
                .then()
                .statusCode(204);
    }

    @Test
    void refusesWhoTriesIds() {
        Tokens guesser = Tokens.of("export-service").name("guesser");
        int guesses = 0;
        int status;
        do {
            status = as(guesser)
                    .get("/internal/connections/" + UUID.randomUUID())
                    .statusCode();
            guesses++;
        } while (status == 404 && guesses < 100);
        assertThat(status).isEqualTo(429);
        assertThat(guesses).isGreaterThan(30);
        as(guesser)
                .get(path + "/api-key")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", endsWith(":too-many-requests"));
        as("export-service").get(path).then().statusCode(200);
    }
}
