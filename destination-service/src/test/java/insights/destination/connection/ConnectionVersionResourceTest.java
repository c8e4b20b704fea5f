package insights.destination.connection;

import static insights.destination.Api.anyVersion;
import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.connection;
import static insights.destination.Api.consent;
import static insights.destination.Api.newKey;
import static insights.destination.Api.newName;
import static insights.destination.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes a connection names the version that they have seen, and what changes nothing makes no other. */
@QuarkusTest
class ConnectionVersionResourceTest {

    private final Map<String, Object> request = connection();
    private String id;

    @BeforeEach
    void aConnection() {
        AutopilotAnswers.acceptAllKeys();
        id = connected(request);
    }

    /** A way to change a connection. */
    private record Change(String method, String path, Object body) {

        int apply(RequestSpecification caller, String id) {
            return caller.body(body)
                    .request(method, "/connections/" + id + path)
                    .statusCode();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change("PATCH", "", Map.of("displayName", newName())),
                new Change("PATCH", "", Map.of("sharedWithContributors", true)),
                new Change("PUT", "/api-key", Map.of("apiKey", newKey())),
                new Change("PUT", "/export-user", ""),
                new Change("DELETE", "/export-user", ""),
                new Change("POST", "/consent", consent()),
                new Change("DELETE", "/consent", ""),
                new Change("DELETE", "?exports=DETACH", ""));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyChangeNamesTheVersionThatWasSeen(Change change) {
        String seen = etag();
        anyVersion("admin").body(Map.of("maxContacts", 77)).patch("/connections/" + id);
        String now = etag();
        assertThat(change.apply(as("admin"), id)).isEqualTo(428);
        assertThat(change.apply(as("admin").header("If-Match", seen), id)).isEqualTo(412);
        assertThat(etag()).isEqualTo(now);
        assertThat(change.apply(as("admin").header("If-Match", now), id)).isIn(200, 204);
    }

    @Test
    void saysWhatIsWantedAndWhatIsStale() {
        as("admin")
                .delete("/connections/" + id + "/consent")
                .then()
                .statusCode(428)
                .body("type", endsWith(":precondition-required"));
        as("admin")
                .header("If-Match", "\"999\"")
                .delete("/connections/" + id + "/consent")
                .then()
                .statusCode(412)
                .body("type", endsWith(":stale"));
        read(id).body("status", equalTo("CONNECTED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void whoHasItAlreadyIsToldThatNothingIsNew(String method) {
        String seen = etag();
        as("admin")
                .header("If-None-Match", seen)
                .request(method, "/connections/" + id)
                .then()
                .statusCode(304)
                .header("ETag", seen)
                .body(equalTo(""));
        as("admin")
                .header("If-Match", seen)
                .body(Map.of("rateLimitPerSecond", 4))
                .patch("/connections/" + id)
                .then()
                .statusCode(200);
        as("admin")
                .header("If-None-Match", seen)
                .request(method, "/connections/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void contributorsAreToldThatNothingIsNewToo() {
        anyVersion("admin").body(Map.of("sharedWithContributors", true)).patch("/connections/" + id);
        String seen = as("contributor").get("/connections/" + id).header("ETag");
        assertThat(seen).matches("\"\\d+\\.[0-9a-f]+\"").isNotEqualTo(etag());
        as("contributor")
                .header("If-None-Match", seen)
                .get("/connections/" + id)
                .then()
                .statusCode(304);
        String name = newName();
        anyVersion("admin").body(Map.of("displayName", name)).patch("/connections/" + id);
        as("contributor")
                .header("If-None-Match", seen)
                .get("/connections/" + id)
                .then()
                .statusCode(200)
                .body("displayName", equalTo(name));
    }

    @Test
    void takesWholeNumbersHoweverTheyAreWritten() {
        as("admin")
                .header("If-Match", "*")
                .body("{\"maxContacts\":5000.0}")
                .patch("/connections/" + id)
                .then()
                .statusCode(200)
                .body("maxContacts", equalTo(5000));
        as("admin")
                .header("If-Match", "*")
                .body("{\"maxContacts\":25.5}")
                .patch("/connections/" + id)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/maxContacts"));
    }

    @Test
    void whatChangesNothingLeavesNoTrace() {
        anyVersion("admin").put("/connections/" + id + "/export-user").then().statusCode(200);
        String before = etag();
        List<String> audit = audit();
        List<Change> same = List.of(
                new Change("PATCH", "", Map.of()),
                new Change("PATCH", "", Map.of("displayName", " " + request.get("displayName"))),
                new Change("PATCH", "", Map.of("rateLimitPerSecond", 5, "sharedWithContributors", false)),
                new Change("PUT", "/export-user", ""),
                new Change("POST", "/consent", consent()));
        for (Change change : same) {
            assertThat(change.apply(as("admin").header("If-Match", before), id))
                    .as(change.toString())
                    .isEqualTo(200);
            assertThat(etag()).as(change.toString()).isEqualTo(before);
        }
        assertThat(audit()).isEqualTo(audit);
        as("admin")
                .get("/connections/" + id + "/consent-records")
                .then()
                .body("items.action", equalTo(List.of("AGREED")));
    }

    @Test
    void thereIsNoExportUserToRemoveTwice() {
        String before = etag();
        anyVersion("admin")
                .delete("/connections/" + id + "/export-user")
                .then()
                .statusCode(200)
                .body("exportUser", nullValue());
        assertThat(etag()).isEqualTo(before);
        assertThat(audit()).doesNotContain("EXPORT_USER_REMOVED");
    }

    @Test
    void theKeyThatIsStoredAlreadyIsOnlyTested() {
        String key = (String) request.get("apiKey");
        String stored = keyTag();
        anyVersion("admin")
                .body(Map.of("apiKey", key))
                .put("/connections/" + id + "/api-key")
                .then()
                .statusCode(200)
                .body("lastCheck.outcome", equalTo("ACCEPTED"));
        assertThat(keyTag()).isEqualTo(stored);
        assertThat(audit().stream().filter("API_KEY_STORED"::equals)).hasSize(1);
        assertThat(audit()).contains("CONNECTION_TESTED");
    }

    private String etag() {
        return read(id).extract().header("ETag");
    }

    private String keyTag() {
        return as("export-service")
                .get("/internal/connections/" + id + "/api-key")
                .header("ETag");
    }

    private List<String> audit() {
        List<String> actions = as("admin")
                .get("/connections/audit-events?limit=200&target=" + id)
                .path("items.action");
        return new ArrayList<>(actions);
    }
}
