package insights.export.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import insights.common.testing.Patience;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports after they were made: edited, duplicated, detached, attached, removed. */
@QuarkusTest
class ExportEditResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 1_000);
    private final UUID segment = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString();
    private String export;
    private String path;
    private Map<String, Integer> last = Map.of();

    @BeforeEach
    void create() {
        export = Api.create(connection, segment);
        path = "/exports/" + export;
    }

    @Test
    void editsWhatIsNamedAndLeavesTheRest() {
        String etag = etag();
        edit(etag, Map.of("displayName", " Weekly ")).statusCode(200).body("displayName", equalTo("Weekly"));
        assertThat(etag()).isNotEqualTo(etag);
        Api.as("viewer").get(path).then().body("dataMatching.size()", equalTo(3));
        edit(etag, Map.of("displayName", "Daily")).statusCode(412).body("type", equalTo("urn:insights:problem:stale"));
        edit(null, Map.of("displayName", "Daily")).statusCode(428);
    }

    /** Whoever wants to pause it need not choose other segments first. */
    @Test
    void isEditedAlsoWhileASegmentIsInactiveOrGone() {
        UUID other = neighbours.segment("Switched off");
        edit("*", Map.of("segmentIds", List.of(segment, other))).statusCode(200);
        neighbours.deactivate(other);
        for (Map<String, Object> change : List.<Map<String, Object>>of(
                Map.of("schedule", Map.of("kind", "OFF")),
                Map.of("displayName", "Paused " + UUID.randomUUID()),
                Map.of("notifyHooks", true),
                Map.of("audienceMode", "FIELD"),
                Map.of())) {
            edit("*", change).statusCode(200);
        }
        UUID third = neighbours.segment("Third");
        edit("*", Map.of("segmentIds", List.of(segment, other, third)))
                .statusCode(409)
                .body("type", equalTo("urn:insights:problem:segment-inactive"));
        edit("*", Map.of("segmentIds", List.of(segment, third))).statusCode(200);
    }

    @Test
    void tellsWhoHasItAlreadyThatNothingIsNew() {
        String etag = etag();
        assertThat(ifNoneMatch(etag)
                        .statusCode(304)
                        .header("ETag", etag)
                        .extract()
                        .asString())
                .isEmpty();
        ifNoneMatch("\"other\"").statusCode(200).body("id", equalTo(export));
        String renamed = "Renamed " + UUID.randomUUID();
        edit(etag, Map.of("displayName", renamed)).statusCode(200);
        ifNoneMatch(etag).statusCode(200).body("displayName", equalTo(renamed));
        ifNoneMatch(etag()).statusCode(304);
    }

    private ValidatableResponse ifNoneMatch(String etag) {
        return Api.as("viewer").header("If-None-Match", etag).get(path).then();
    }

    @Test
    void checksEditsLikeNewExports() {
        edit("*", Map.of("segmentIds", List.of(UUID.randomUUID())))
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:unknown-segment"));
        edit("*", Map.of("dataMatching", List.of(Map.of("target", "Email", "field", "nothing"))))
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:unknown-field"));
        edit("*", Map.of("displayName", "")).statusCode(422).body("errors.pointer", hasItem("/displayName"));
        edit("*", Map.of("connectionId", connection)).statusCode(400);
        for (String member : List.of("displayName", "segmentIds", "audienceMode")) {
            Api.as("contributor")
                    .header("If-Match", "*")
                    .body("{\"" + member + "\":null}")
                    .patch(path)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/" + member))
                    .body("errors[0].detail", startsWith("cannot be taken away"));
        }
        Api.as("viewer")
                .get(path)
                .then()
                .body("displayName", startsWith("Newsletter "))
                .body("version", equalTo(0));
    }

    @Test
    void sendsOnlyWhatAnEditOfTheMatchingChanges() {
        people(30);
        Api.run(export);
        autopilot.clearCounters();
        edit(
                        "*",
                        Map.of(
                                "dataMatching",
                                List.of(
                                        Map.of("target", "Email", "field", "email"),
                                        Map.of("target", "LastName", "field", "first_name"))))
                .statusCode(200);
        assertThat(Api.run(export).getMap("totals"))
                .containsAllEntriesOf(Map.of("contactsUpserted", 30, "membershipsJoined", 0));
        assertThat(autopilot.requests()).isEqualTo(Map.of("POST /contacts", 1));
    }

    @Test
    void duplicatesWithoutTheHistory() {
        people(3);
        Api.run(export);
        String copy = Api.as("contributor")
                .post(path + "/duplicate")
                .then()
                .statusCode(201)
                .body("displayName", startsWith("Copy of Newsletter "))
                .extract()
                .path("id");
        Api.as("viewer").get("/exports/" + copy + "/runs").then().body("items.size()", equalTo(0));
        assertThat(Api.run(copy).getMap("totals")).containsAllEntriesOf(Map.of("contactsUpserted", 3));
    }

    @Test
    void detachedExportsDoNotRunUntilAttachedAgainAndThenGoOnWhereTheyWere() {
        people(3);
        Api.run(export);
        Api.as("contributor")
                .header("If-Match", etag())
                .delete(path + "/connection")
                .then()
                .statusCode(200)
                .body("connectionId", nullValue());
        Api.start(export, false)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:insights:problem:connection-not-ready"));
        autopilot.clearCounters();
        attach(connection).statusCode(200);
        Api.run(export);
        assertThat(autopilot.requests()).isEmpty();
    }

    @Test
    void beginsAnewAtAnotherConnection() {
        people(3);
        Api.run(export);
        Sandbox other = new Sandbox();
        attach(neighbours.connection(other, 1_000)).statusCode(200);
        Api.run(export);
        assertThat(other.memberships().get("Customers")).hasSize(3);
        attach(UUID.randomUUID()).statusCode(422).body("type", equalTo("urn:insights:problem:unknown-connection"));
    }

    @Test
    void detachingStopsARunOnTheWay() {
        String run = startSlowly();
        Api.as("contributor")
                .header("If-Match", "*")
                .delete(path + "/connection")
                .then()
                .statusCode(200);
        assertThat(Api.end(export, run).getString("reason")).isEqualTo("CONNECTION_CLOSED");
        noMoreRequests();
    }

    @Test
    void cancelingStopsARunAndTheNextOneGoesOnFromThere() {
        String run = startSlowly();
        Api.as("contributor")
                .post(path + "/runs/" + run + "/cancel")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELED"));
        noMoreRequests();
        Api.as("contributor").post(path + "/runs/" + run + "/cancel").then().statusCode(409);
        neighbours.change(connection, "rateLimitPerSecond", 1_000);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.memberships().get("Customers")).hasSize(100);
    }

    @Test
    void removesAnExportWithItsRunsButNothingAtAutopilot() {
        people(3);
        Api.run(export);
        Api.as("contributor").delete(path).then().statusCode(428);
        Api.as("contributor").header("If-Match", etag()).delete(path).then().statusCode(204);
        Api.as("viewer").get(path).then().statusCode(404);
        Api.as("viewer").get(path + "/runs").then().statusCode(404);
        assertThat(autopilot.memberships().get("Customers")).hasSize(3);
    }

    /** Whoever was erased may be among those whom the run has read already. */
    @Test
    void saysThatARunStandsInTheWayOfTheRemovalWhenSomebodyWasErasedMeanwhile() {
        String run = startSlowly();
        Api.as("segment-service")
                .body(Map.of("profileIds", List.of("never-sent-" + export)))
                .post("/hooks/profiles-erased")
                .then()
                .statusCode(202);
        Api.as("contributor")
                .header("If-Match", "*")
                .delete(path)
                .then()
                .statusCode(409)
                .body("detail", containsString("Cancel the run"));
        Api.as("contributor").post(path + "/runs/" + run + "/cancel").then().statusCode(200);
        Patience.await()
                .until(() -> Api.as("contributor")
                                .header("If-Match", "*")
                                .delete(path)
                                .statusCode()
                        == 204);
    }

    @Test
    void removesNothingBeforeItIsClearWhatToTakeOff() {
        for (String takeOff : List.of("yes", "1", "True")) {
            Api.as("contributor")
                    .header("If-Match", etag())
                    .queryParam("takeOff", takeOff)
                    .delete(path)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("takeOff"))
                    .body("detail", equalTo("Send true or false as the parameter `takeOff`."));
        }
        Api.as("viewer").get(path).then().statusCode(200);
    }

    @Test
    void refusesNullForMembersThatThereAreNot() {
        edit("*", Collections.singletonMap("surprise", null))
                .statusCode(400)
                .body("errors.pointer", hasItem("/surprise"));
    }

    @Test
    void followsTheRemovalOfAConnectionHoweverOftenItIsTold() {
        String gone = Api.create(connection, segment);
        String other = Api.create(neighbours.connection(new Sandbox(), 1_000), segment);
        Api.as("destination-service")
                .get("/internal/exports?connectionId=" + connection)
                .then()
                .body("items.id", equalTo(List.of(export, gone)));
        for (int i = 0; i < 2; i++) {
            Api.as("destination-service")
                    .body(Map.of(
                            "exports",
                            "DETACH",
                            "detach",
                            List.of(),
                            "remove",
                            List.of(gone),
                            "by",
                            Map.of("subject", "s", "name", "admin"),
                            "at",
                            "2026-01-01T00:00:00Z"))
                    .post("/internal/connections/" + connection + "/removed")
                    .then()
                    .statusCode(204);
        }
        Api.as("viewer").get(path).then().body("connectionId", nullValue()).body("updatedBy.name", equalTo("admin"));
        Api.as("viewer").get("/exports/" + gone).then().statusCode(404);
        Api.as("viewer").get("/exports/" + other).then().statusCode(200);
    }

    private String startSlowly() {
        neighbours.change(connection, "rateLimitPerSecond", 20);
        people(100);
        String run = Api.start(export, false).path("id");
        Patience.await().until(() -> Api.get(export, run).getInt("totals.membershipsJoined") > 0);
        return run;
    }

    /** Whatever was in flight has arrived after a lease renewal and a request; from then on it stays as it is. */
    private void noMoreRequests() {
        Patience.await().during(Duration.ofMillis(500)).until(autopilot::requests, counts -> {
            boolean same = counts.equals(last);
            last = counts;
            return same;
        });
    }

    private void people(int count) {
        IntStream.range(0, count)
                .forEach(i -> neighbours.profile(
                        prefix + i,
                        Instant.EPOCH,
                        Map.of("email", "p" + i + "@example.com", "first_name", "Name " + i),
                        segment));
    }

    private ValidatableResponse edit(String etag, Map<String, Object> changes) {
        var request = Api.as("contributor");
        return (etag == null ? request : request.header("If-Match", etag))
                .body(changes)
                .patch(path)
                .then();
    }

    private ValidatableResponse attach(UUID to) {
        return Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("connectionId", to))
                .put(path + "/connection")
                .then();
    }

    private String etag() {
        return Api.as("viewer").get(path).header("ETag");
    }
}
