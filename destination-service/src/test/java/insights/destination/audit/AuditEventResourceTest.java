package insights.destination.audit;

import static insights.destination.Api.anyVersion;
import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.connection;
import static insights.destination.Api.consent;
import static insights.destination.Api.newKey;
import static insights.destination.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import insights.common.testing.Tokens;
import insights.destination.connection.AutopilotAnswers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditEventResourceTest {

    private final Map<String, Object> request = connection();
    private String id;

    @BeforeEach
    void aConnection() {
        AutopilotAnswers.acceptAllKeys();
        id = connected(request);
    }

    @Test
    void tellsWhoDidWhatWhenFromWhatToWhat() {
        String name = (String) request.get("displayName");
        as(Tokens.of("admin").name("ada"))
                .header("X-Request-Id", "edit-" + id)
                .header("If-Match", read(id).extract().header("ETag"))
                .body(Map.of("displayName", name + "!", "maxContacts", 10))
                .patch("/connections/" + id)
                .then()
                .statusCode(200);
        events("action=CONNECTION_EDITED")
                .body("items", hasSize(1))
                .body("items[0].by.subject", equalTo("subject-of-ada"))
                .body("items[0].by.name", equalTo("ada"))
                .body("items[0].at", startsWith("20"))
                .body("items[0].displayName", equalTo(name + "!"))
                .body("items[0].changes", aMapWithSize(2))
                .body("items[0].changes.displayName.from", equalTo(name))
                .body("items[0].changes.displayName.to", equalTo(name + "!"))
                .body("items[0].changes.maxContacts.from", nullValue())
                .body("items[0].changes.maxContacts.to", equalTo("10"))
                .body("items[0].requestId", equalTo("edit-" + id));
    }

    @Test
    void notesEverythingThatIsDoneToAConnection() {
        String path = "/connections/" + id;
        anyVersion("admin").body(Map.of("apiKey", newKey())).put(path + "/api-key");
        as("admin").post(path + "/test");
        anyVersion("admin").put(path + "/export-user");
        anyVersion("admin").delete(path + "/export-user");
        as("export-service").get("/internal" + path + "/api-key");
        as("export-service").body(Map.of("reason", "API_KEY_REFUSED")).put("/internal" + path + "/attention");
        anyVersion("admin").delete(path + "/consent");
        anyVersion("admin").body(consent()).post(path + "/consent");
        anyVersion("admin").delete(path + "?exports=DETACH").then().statusCode(204);
        events("limit=200")
                .body(
                        "items.action",
                        contains(
                                "CONNECTION_REMOVED",
                                "CONNECTION_TESTED",
                                "CONSENT_AGREED",
                                "CONSENT_WITHDRAWN",
                                "CONNECTION_NEEDS_ATTENTION",
                                "API_KEY_HANDED_OUT",
                                "EXPORT_USER_REMOVED",
                                "EXPORT_USER_SET",
                                "CONNECTION_TESTED",
                                "API_KEY_STORED",
                                "API_KEY_STORED",
                                "CONSENT_AGREED",
                                "CONNECTION_CREATED"));
        events("by=export-service").body("items.action", contains("CONNECTION_NEEDS_ATTENTION", "API_KEY_HANDED_OUT"));
        events("by=subject-of-export-service").body("items", hasSize(2));
        events("machine=true")
                .body("items.action", contains("CONNECTION_NEEDS_ATTENTION", "API_KEY_HANDED_OUT"))
                .body("items.machine", everyItem(equalTo(true)));
        events("machine=false&limit=200")
                .body("items", hasSize(11))
                .body("items.machine", everyItem(equalTo(false)))
                .body("items.by.name", everyItem(equalTo("admin")));
    }

    @Test
    void notesNothingThatDidNotHappen() {
        String refused = newKey();
        AutopilotAnswers.to(refused, AutopilotAnswers.refused());
        anyVersion("admin").body(Map.of("apiKey", refused)).put("/connections/" + id + "/api-key");
        events("").body("items", hasSize(3));
    }

    @Test
    void findsByTime() {
        Instant now = Instant.now();
        events("since=" + now.minusSeconds(60) + "&until=" + now.plusSeconds(60))
                .body("items", hasSize(3));
        events("since=" + now.plusSeconds(60)).body("items", hasSize(0));
        List<String> newestFirst = events("").extract().path("items.id");
        assertThat(events("sort=-at").extract().<List<String>>path("items.id")).isEqualTo(newestFirst);
        assertThat(events("sort=at").extract().<List<String>>path("items.id")).isEqualTo(newestFirst.reversed());
        events("until=" + now.minusSeconds(60)).body("items", hasSize(0));
    }

    @Test
    void givesPagesNewestFirst() {
        List<String> actions = new ArrayList<>();
        for (String next = "/connections/audit-events?limit=2&target=" + id; next != null; ) {
            Response page = as("admin").urlEncodingEnabled(false).get(next);
            actions.addAll(page.then().statusCode(200).extract().path("items.action"));
            next = page.path("next");
        }
        assertThat(actions).containsExactly("API_KEY_STORED", "CONSENT_AGREED", "CONNECTION_CREATED");
        as("admin")
                .queryParam("after", "Zm9v")
                .get("/connections/audit-events")
                .then()
                .statusCode(422);
        as("admin")
                .get("/connections/audit-events")
                .then()
                .statusCode(200)
                .body("items.id", everyItem(startsWith("0")));
        as("admin")
                .queryParam("limit", 1_000)
                .get("/connections/audit-events")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("limit"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-01-31",
                "+10000-01-01T00:00:00Z",
                "0000-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void refusesTimesThatNobodyMeans(String time) {
        for (String path : new String[] {"/connections/audit-events", "/connections/audit-events.csv"}) {
            for (String parameter : new String[] {"since", "until"}) {
                as("admin")
                        .queryParam(parameter, time)
                        .get(path)
                        .then()
                        .statusCode(422)
                        .body("errors.pointer", contains(parameter))
                        .body("detail", containsString("2026-01-31T08:00:00Z"));
            }
        }
        events("since=0001-01-01T00:00:00Z&until=9999-12-31T23:59:59Z").body("items", hasSize(3));
    }

    /** Case D18. */
    @Test
    void exportsForSpreadsheets() {
        request.putAll(connection());
        request.put("displayName", "=HYPERLINK(\"http://example.com\",\"" + id + "\")");
        String formula = connected(request);
        Response csv = as("admin").queryParam("target", formula).get("/connections/audit-events.csv");
        csv.then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", equalTo("attachment; filename=\"audit-events.csv\""));
        List<String> lines = csv.asString().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).startsWith("\uFEFF\"at\",\"name\",\"subject\",\"machine\",\"action\"");
        assertThat(lines.get(1))
                .contains("\"admin\",\"subject-of-admin\",\"false\",\"API_KEY_STORED\",\"" + formula
                        + "\",\"'=HYPERLINK(\"\"http");
    }

    private ValidatableResponse events(String query) {
        return as("admin")
                .get("/connections/audit-events?target=" + id + "&" + query)
                .then()
                .statusCode(200);
    }
}
