package insights.export.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import insights.common.page.Cursor;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ExportResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 1_000);
    private final UUID segment = neighbours.segment("Customers");

    @Test
    void savesAnExportWithoutRunningIt() {
        String id = Api.create(connection, segment);
        Api.as("viewer")
                .get("/exports/" + id)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("displayName", startsWith("Newsletter "))
                .body("segmentIds", equalTo(List.of(segment.toString())))
                .body("dataMatching[0].target", equalTo("Email"))
                .body("createdBy", equalTo(Map.of("subject", "subject-of-contributor", "name", "contributor")));
        Api.as("viewer").get("/exports/" + id + "/runs").then().body("items.size()", equalTo(0));
        assertThat(autopilot.requests()).isEmpty();
    }

    @Test
    void saysWhereTheNewExportIs() {
        String location = Api.as("admin")
                .body(Api.request(connection, segment))
                .post("/exports")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Api.as("viewer").get(location).then().statusCode(200);
    }

    @Test
    void refusesUnknownFields() {
        refused("dataMatching", List.of(match("Email", "mail")), "unknown-field")
                .body("errors.pointer", hasItem("/dataMatching/0/field"));
    }

    @Test
    void refusesAMatchingWithoutEmail() {
        refused("dataMatching", List.of(match("FirstName", "first_name")), "invalid-data-matching")
                .body("errors.pointer", hasItem("/dataMatching"));
    }

    @Test
    void refusesUnknownSegments() {
        refused("segmentIds", List.of(segment, UUID.randomUUID()), "unknown-segment")
                .body("errors.pointer", hasItem("/segmentIds/1"));
    }

    @Test
    void refusesUnknownConnections() {
        refused("connectionId", UUID.randomUUID(), "unknown-connection")
                .body("errors.pointer", hasItem("/connectionId"));
    }

    @Test
    void refusesEmptyAndOverlongNames() {
        refused("displayName", " ", "validation-failed").body("errors.pointer", hasItem("/displayName"));
        refused("displayName", "x".repeat(101), "validation-failed");
        for (String unseen : List.of("\u00a0", "two\nlines", "turned\u202earound", "no width\u200b")) {
            refused("displayName", unseen, "validation-failed").body("errors.pointer", hasItem("/displayName"));
        }
        refused("segmentIds", List.of(), "validation-failed").body("errors.pointer", hasItem("/segmentIds"));
    }

    @Test
    void refusesMoreProfilesThanAllowedCountingAllExportsOfTheConnection() {
        String prefix = UUID.randomUUID().toString();
        UUID other = neighbours.segment("Others");
        // Half of them are in both: they count once.
        IntStream.range(0, 2_001)
                .forEach(i -> neighbours.profile(
                        prefix + i,
                        Instant.EPOCH,
                        Map.of(),
                        i < 1_000
                                ? new UUID[] {segment, other}
                                : i < 2_000 ? new UUID[] {other} : new UUID[] {segment}));
        Api.create(connection, other);
        refused("segmentIds", List.of(segment), "too-many-profiles").body("detail", containsString("2,001"));
        neighbours.removeProfile(prefix + 2_000);
        String export = Api.create(connection, segment);
        neighbours.profile(prefix + 2_000, Instant.EPOCH, Map.of(), segment);
        Api.start(export, false).then().statusCode(422).body("type", containsString("too-many-profiles"));
        assertThat(autopilot.requests()).isEmpty();
    }

    @Test
    void hidesConnectionsThatAreNotSharedFromContributors() {
        neighbours.change(connection, "sharedWithContributors", false);
        refused("displayName", "Mine", "unknown-connection");
        String export = Api.as("admin")
                .body(Api.request(connection, segment))
                .post("/exports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.start(export, false).then().statusCode(403);
        Api.as("admin").post("/exports/" + export + "/runs").then().statusCode(202);
        String run = Api.as("viewer").get("/exports/" + export + "/runs").path("items[0].id");
        Api.as("contributor")
                .get("/exports/" + export + "/runs/" + run + "/rejections")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, 403",
        "contributor, 200",
        "admin, 200",
        "export-service, 403",
        "platform, 403",
        "segment-service, 403"
    })
    void letsOnlyContributorsChangeExports(String role, int allowed) {
        String export = "/exports/" + Api.create(connection, segment);
        Api.as(role).header("If-Match", "*").body("{}").patch(export).then().statusCode(allowed);
        Api.as(role)
                .header("If-Match", "*")
                .delete(export + "/connection")
                .then()
                .statusCode(allowed);
        Api.as(role)
                .header("If-Match", "*")
                .body(Map.of("connectionId", connection))
                .put(export + "/connection")
                .then()
                .statusCode(allowed);
        Api.as(role).post(export + "/duplicate").then().statusCode(allowed == 200 ? 201 : allowed);
        String run = Api.start(export.substring("/exports/".length()), false).path("id");
        Api.end(export.substring("/exports/".length()), run);
        Api.as(role).post(export + "/runs/" + run + "/cancel").then().statusCode(allowed == 200 ? 409 : allowed);
        Api.as(role).header("If-Match", "*").delete(export).then().statusCode(allowed == 200 ? 204 : allowed);
    }

    @ParameterizedTest
    @CsvSource({"destination-service, 200, 204", "admin, 403, 403", "export-service, 403, 403", "platform, 403, 403"})
    void letsOnlyDestinationServiceUseTheInternalPaths(String role, int read, int tell) {
        Api.as(role).get("/internal/exports?connectionId=" + connection).then().statusCode(read);
        Api.as(role)
                .body(Map.of("exports", "DETACH", "by", Map.of("subject", "s", "name", "admin")))
                .post("/internal/connections/" + UUID.randomUUID() + "/removed")
                .then()
                .statusCode(tell);
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, 200, 403, 403, 403", "contributor, 200, 201, 202, 200", "admin, 200, 201, 202, 200",
        "export-service, 403, 403, 403, 403", "platform, 403, 403, 403, 403", "segment-service, 403, 403, 403, 403"
    })
    void keepsToTheRoleTable(String role, int read, int create, int run, int rejections) {
        String export = Api.create(connection, segment);
        String done = Api.run(export).getString("id");
        String runs = "/exports/" + export + "/runs";
        Api.as(role).get("/exports").then().statusCode(read);
        Api.as(role).get("/exports/" + export).then().statusCode(read);
        Api.as(role).get(runs).then().statusCode(read);
        Api.as(role).get(runs + "/" + done).then().statusCode(read);
        Api.as(role).get(runs + "/" + done + "/rejections").then().statusCode(rejections);
        Api.as(role)
                .body(Api.request(connection, segment))
                .post("/exports")
                .then()
                .statusCode(create);
        Api.as(role).post(runs).then().statusCode(run);
    }

    @Test
    void pagesThroughTheListInOrderOfCreation() {
        List<String> made = IntStream.range(0, 5)
                .mapToObj(i -> Api.create(connection, segment))
                .toList();
        List<String> seen = new ArrayList<>();
        String next = "/exports?limit=2&sort=createdAt";
        while (next != null) {
            var page =
                    Api.as("viewer").get(next).then().statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
        }
        assertThat(seen).containsSubsequence(made).doesNotHaveDuplicates();
        Api.as("viewer").get("/exports?q=NEWSLETT&limit=1").then().body("items.size()", equalTo(1));
        Api.as("viewer").get("/exports?q=nothing-like-it").then().body("items.size()", equalTo(0));
    }

    @Test
    void listsByNameWhateverTheCase() {
        String mark = UUID.randomUUID().toString();
        List<String> names = List.of("b " + mark, "A " + mark, "aa " + mark, "C " + mark, "B " + mark + " 2");
        List<String> made = names.stream()
                .map(name -> {
                    Map<String, Object> request = new HashMap<>(Api.request(connection, segment));
                    request.put("displayName", name);
                    return Api.create(request);
                })
                .toList();
        List<String> seen = new ArrayList<>();
        String next = "/exports?limit=1&q=" + mark;
        while (next != null) {
            var page =
                    Api.as("viewer").get(next).then().statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
        }
        assertThat(seen).containsExactly(made.get(1), made.get(2), made.get(0), made.get(4), made.get(3));
        assertThat(Api.get("/exports?sort=-displayName&q=" + mark).<String>getList("items.id"))
                .isEqualTo(seen.reversed());
        Api.as("viewer")
                .get("/exports?sort=age")
                .then()
                .statusCode(422)
                .body(
                        "detail",
                        equalTo(
                                "Send one of displayName, -displayName, createdAt, -createdAt as the parameter `sort`."));
        String ofAnotherOrder = Cursor.encode(UUID.randomUUID().toString().substring(1));
        Api.as("viewer")
                .get("/exports?sort=displayName&after=" + ofAnotherOrder)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("after"));
    }

    @Test
    void answersUnknownExportsAndRunsWith404() {
        Api.as("viewer").get("/exports/" + UUID.randomUUID()).then().statusCode(404);
        Api.as("viewer").get("/exports/not-an-id").then().statusCode(404);
        Api.as("contributor")
                .post("/exports/" + UUID.randomUUID() + "/runs")
                .then()
                .statusCode(404);
        String export = Api.create(connection, segment);
        Api.as("viewer")
                .get("/exports/" + export + "/runs/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void refusesParametersItCannotRead() {
        String runs = "/exports/" + Api.create(connection, segment) + "/runs";
        for (String query : List.of("status=DONE", "limit=all")) {
            Api.as("viewer")
                    .get(runs + "?" + query)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo(query.substring(0, query.indexOf('='))));
        }
        Api.as("contributor")
                .get(runs + "/" + UUID.randomUUID() + "/rejections?reason=BAD")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("reason"));
        Api.as("destination-service")
                .get("/internal/exports?connectionId=x")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("connectionId"));
    }

    private ValidatableResponse refused(String member, Object value, String type) {
        Map<String, Object> request = Api.request(connection, segment);
        request.put(member, value);
        int before = Api.as("admin")
                .get("/exports?limit=200&q=Newsletter")
                .jsonPath()
                .getList("items")
                .size();
        ValidatableResponse response = Api.as("contributor")
                .body(request)
                .post("/exports")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:" + type));
        assertThat(Api.as("admin")
                        .get("/exports?limit=200&q=Newsletter")
                        .jsonPath()
                        .getList("items"))
                .hasSize(before);
        return response;
    }

    private static Map<String, String> match(String target, String field) {
        return Map.of("target", target, "field", field);
    }
}
