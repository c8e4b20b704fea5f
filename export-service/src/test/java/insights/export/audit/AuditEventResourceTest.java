package insights.export.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AuditEventResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private final UUID connection = neighbours.connection(new Sandbox(), 1_000);
    private final UUID segment = neighbours.segment("Customers");
    private String export;
    private String path;

    @BeforeEach
    void anExport() {
        export = Api.create(connection, segment);
        path = "/exports/" + export;
    }

    @Test
    void tellsWhoDidWhatFromWhatToWhat() {
        Api.as("admin")
                .header("If-Match", "*")
                .header("X-Request-Id", "edit-" + export)
                .body(Map.of("displayName", "Winter"))
                .patch(path)
                .then()
                .statusCode(200);
        events("action=EXPORT_EDITED")
                .body("items", hasSize(1))
                .body("items[0].by.subject", equalTo("subject-of-admin"))
                .body("items[0].by.name", equalTo("admin"))
                .body("items[0].displayName", equalTo("Winter"))
                .body("items[0].changes", aMapWithSize(1))
                .body("items[0].changes.displayName.from", startsWith("Newsletter "))
                .body("items[0].changes.displayName.to", equalTo("Winter"))
                .body("items[0].requestId", equalTo("edit-" + export));
        events("action=EXPORT_CREATED")
                .body("items[0].by.name", equalTo("contributor"))
                .body("items[0].changes.connectionId.from", nullValue())
                .body("items[0].changes.connectionId.to", equalTo(connection.toString()))
                .body("items[0].changes.segmentIds.to", containsString(segment.toString()));
    }

    @Test
    void notesEverythingThatPeopleDoToAnExport() {
        UUID other = neighbours.connection(new Sandbox(), 1_000);
        String copy = Api.as("contributor").post(path + "/duplicate").path("id");
        edit().delete(path + "/connection").then().statusCode(200);
        edit().body(Map.of("connectionId", other))
                .put(path + "/connection")
                .then()
                .statusCode(200);
        String run = Api.start(export, true).then().statusCode(202).extract().path("id");
        Api.end(export, run);
        edit().delete(path).then().statusCode(204);
        events("")
                .body(
                        "items.action",
                        contains(
                                "EXPORT_REMOVED",
                                "REMOVALS_CONFIRMED",
                                "RUN_STARTED",
                                "EXPORT_ATTACHED",
                                "EXPORT_DETACHED",
                                "EXPORT_CREATED"))
                .body("items[2].changes.run.to", equalTo(run))
                .body("items[3].changes.connectionId.to", equalTo(other.toString()))
                .body("items[4].changes.connectionId.from", equalTo(connection.toString()))
                .body("items[4].changes.connectionId.to", nullValue());
        eventsOf(copy, "")
                .body("items.action", contains("EXPORT_DUPLICATED"))
                .body("items[0].changes.copyOf.to", equalTo(export));
    }

    @Test
    void notesNothingOfWhatChangesNothing() {
        Map<String, Object> same = Api.request(connection, segment);
        same.remove("connectionId");
        same.put("displayName", Api.get(path).getString("displayName"));
        String etag = Api.as("contributor").get(path).header("ETag");
        edit().body(same).patch(path).then().statusCode(200).header("ETag", equalTo(etag));
        edit().body(Map.of()).patch(path).then().statusCode(200).header("ETag", equalTo(etag));
        edit().body(Map.of("connectionId", connection))
                .put(path + "/connection")
                .then()
                .statusCode(200)
                .header("ETag", equalTo(etag));
        edit().delete(path + "/connection").then().statusCode(200);
        edit().delete(path + "/connection").then().statusCode(200).body("version", equalTo(1));
        events("").body("items.action", contains("EXPORT_DETACHED", "EXPORT_CREATED"));
    }

    @Test
    void notesTheEndOfARemovalThatTakesOffInTheNameOfWhoBeganIt() {
        neighbours.profile(export, java.time.Instant.EPOCH, Map.of("email", "a@example.com"), segment);
        Api.run(export);
        Api.as("admin")
                .header("If-Match", "*")
                .queryParam("takeOff", true)
                .delete(path)
                .then()
                .statusCode(202);
        Api.untilGone(path);
        events("")
                .body(
                        "items.action",
                        contains("EXPORT_REMOVED", "EXPORT_REMOVAL_STARTED", "RUN_STARTED", "EXPORT_CREATED"))
                .body("items[0].by.subject", equalTo("subject-of-admin"))
                .body("items[0].changes.connectionId.from", equalTo(connection.toString()))
                .body("items[0].changes.connectionId.to", nullValue());
    }

    @Test
    void notesWhoCanceledARunThatWasGoingOnAndNothingElse() {
        neighbours.change(connection, "rateLimitPerSecond", 1);
        for (int i = 0; i < 20; i++) {
            neighbours.profile(export + i, java.time.Instant.EPOCH, Map.of("email", "a" + i + "@example.com"), segment);
        }
        String run = Api.start(export, false).path("id");
        Api.as("admin").post(path + "/runs/" + run + "/cancel").then().statusCode(200);
        Api.as("contributor").post(path + "/runs/" + run + "/cancel").then().statusCode(409);
        events("action=RUN_CANCELED")
                .body("items.by.name", contains("admin"))
                .body("items[0].changes.run.from", equalTo(run));
    }

    @Test
    void notesARepeatedRequestOnce() {
        for (int i = 0; i < 2; i++) {
            Api.as("contributor")
                    .header("Idempotency-Key", "once")
                    .post(path + "/runs")
                    .then()
                    .statusCode(202);
        }
        events("action=RUN_STARTED").body("items", hasSize(1));
    }

    @Test
    void notesNothingThatDidNotHappen() {
        Api.as("contributor")
                .header("If-Match", "\"99\"")
                .body(Map.of("displayName", "Late"))
                .patch(path)
                .then()
                .statusCode(412);
        neighbours.change(connection, "consented", false);
        Api.start(export, false).then().statusCode(409);
        events("").body("items.action", contains("EXPORT_CREATED"));
    }

    @Test
    void notesWhoseRemovalOfAConnectionDetachedTheExport() {
        Api.as("destination-service")
                .body(Map.of("exports", "DETACH", "by", Map.of("subject", "subject-of-ada", "name", "ada")))
                .post("/internal/connections/" + connection + "/removed")
                .then()
                .statusCode(204);
        events("by=ada")
                .body("items.action", contains("EXPORT_DETACHED"))
                .body("items[0].by.subject", equalTo("subject-of-ada"));
    }

    @Test
    void exportsForSpreadsheets() {
        edit().body(Map.of("displayName", "=1+1")).patch(path).then().statusCode(200);
        Response csv = Api.as("admin").queryParam("target", export).get("/exports/audit-events.csv");
        csv.then().statusCode(200).contentType("text/csv;charset=UTF-8");
        List<String> lines = csv.asString().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("\"EXPORT_EDITED\",\"" + export + "\",\"'=1+1\"");
    }

    @Test
    void refusesToSearchForWhatCannotBeDone() {
        Api.as("admin")
                .get("/exports/audit-events?action=EXPORT_BURNED")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("action"))
                .body("detail", containsString("EXPORT_EDITED"));
    }

    @ParameterizedTest
    @CsvSource({"viewer, 403", "contributor, 403", "admin, 200", "export-service, 403", "platform, 403"})
    void isForAdministratorsOnly(String role, int status) {
        Api.as(role).get("/exports/audit-events").then().statusCode(status);
        Api.as(role).get("/exports/audit-events.csv").then().statusCode(status);
    }

    private static io.restassured.specification.RequestSpecification edit() {
        return Api.as("contributor").header("If-Match", "*");
    }

    private ValidatableResponse events(String query) {
        return eventsOf(export, query);
    }

    private static ValidatableResponse eventsOf(String export, String query) {
        return Api.as("admin")
                .get("/exports/audit-events?target=" + export + "&" + query)
                .then()
                .statusCode(200);
    }
}
