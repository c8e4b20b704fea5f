package insights.export.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import insights.common.testing.Json;
import insights.common.testing.Tokens;
import insights.export.testing.Api;
import insights.export.testing.AtOnce;
import insights.export.testing.Leftovers;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Running all exports that have an active schedule. */
@QuarkusTest
class RunAllResourceTest {

    private static final String PATH = "/exports/runs";

    private final Neighbours neighbours = Neighbours.get();
    private final UUID connection = neighbours.connection(new Sandbox(), 1_000);
    private final UUID unready = neighbours.connection(new Sandbox(), 1_000);
    private final UUID secret = neighbours.connection(new Sandbox(), 1_000);
    private final UUID segment = neighbours.segment("Customers");

    @BeforeEach
    void detachWhatOtherTestsLeft() {
        Leftovers.detach();
    }

    @Test
    void runsWhatHasAnActiveScheduleAndSaysWhyNotTheRest() {
        String active = Api.create(connection, segment);
        String off = create(connection, Map.of("kind", "OFF"));
        String daily = create(connection, Map.of("kind", "DAILY", "times", List.of("06:30"), "timeZone", "UTC"));
        String notReady = Api.create(unready, segment);
        neighbours.change(unready, "exportUser", null);
        String notShared = Api.create(secret, segment);
        neighbours.change(secret, "sharedWithContributors", false);
        String detached = Api.create(connection, segment);
        Api.as("contributor").header("If-Match", "*").delete("/exports/" + detached + "/connection");

        Json answer = runAll("contributor", null);

        for (String export : List.of(active, daily)) {
            String run = answer.find("queued", "exportId", export).getString("runId");
            assertThat(Api.get(export, run).getString("trigger")).isEqualTo("ON_DEMAND");
            assertThat(Api.end(export, run).getString("status")).isEqualTo("SUCCESSFUL");
        }
        assertThat(reason(answer, notReady)).isEqualTo("urn:insights:problem:connection-not-ready");
        assertThat(reason(answer, notShared)).isEqualTo("urn:insights:problem:forbidden");
        assertThat(answer.<String>getList("notQueued.detail")).doesNotContainNull();
        for (String export : List.of(off, detached)) {
            assertThat(answer.<String>getList("queued.exportId")).doesNotContain(export);
            assertThat(answer.<String>getList("notQueued.exportId")).doesNotContain(export);
        }
        for (String export : List.of(off, detached, notReady, notShared)) {
            Api.as("viewer").get("/exports/" + export + "/runs").then().body("items.size()", equalTo(0));
        }
        assertThat(runAll("admin", null).<String>getList("queued.exportId")).contains(notShared);
    }

    @Test
    void answersARepeatedRequestAlikeAndQueuesNothingMore() {
        String export = Api.create(connection, segment);
        String key = UUID.randomUUID().toString();
        HttpRequest request = AtOnce.post("contributor", PATH, Map.of(), "Idempotency-Key", key);
        List<String> answers = AtOnce.send(Collections.nCopies(8, request)).stream()
                .map(HttpResponse::body)
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        Json first = Json.from(answers.getFirst());
        Api.end(export, first.find("queued", "exportId", export).getString("runId"));

        assertThat(post("contributor", key).asString()).isEqualTo(answers.getFirst());

        Api.as("viewer").get("/exports/" + export + "/runs").then().body("items.size()", equalTo(1));
        // Somebody else's key is another one.
        assertThat(post("admin", key).asString()).isNotEqualTo(answers.getFirst());
    }

    /** People are known by their subject: two may have one name, and one may be renamed. */
    @Test
    void keysAreTheirSendersOwnWhateverTheyAreCalled() {
        String export = Api.create(connection, segment);
        String first = start("renamed", "miss-eve", export);
        Api.end(export, first);
        assertThat(start("renamed", "mrs-eve", export)).isEqualTo(first);
        assertThat(start("another", "miss-eve", export)).isNotEqualTo(first);
    }

    private static String start(String subject, String name, String export) {
        String answer = Api.with(
                        Tokens.of("contributor").subject(subject).name(name).sign())
                .header("Idempotency-Key", "named" + export)
                .post(PATH)
                .asString();
        return Json.from(answer).find("queued", "exportId", export).getString("runId");
    }

    @Test
    void asksTheOtherServicesAsOftenHoweverManyExportsThereAre() {
        UUID inactive = neighbours.segment("Sleepers");
        UUID unrefreshed = neighbours.segment("Newcomers");
        UUID gone = neighbours.segment("Leavers");
        List<String> exports = new ArrayList<>();
        for (UUID chosen : List.of(inactive, unrefreshed, gone)) {
            for (int i = 0; i < 4; i++) {
                exports.add(Api.create(neighbours.connection(new Sandbox(), 1_000), chosen));
            }
        }
        neighbours.deactivate(inactive);
        neighbours.forgetRefresh(unrefreshed);
        neighbours.removeSegment(gone);
        neighbours.forgetRequests();

        Json answer = runAll("contributor", null);

        assertThat(neighbours.requestsTo("/destination/")).isEqualTo(1);
        // Once for each connection's exports together, and once for what can be counted without segments that have no
        // members.
        assertThat(neighbours.requestsTo("/segment/")).isEqualTo(2);
        for (String export : exports) {
            Json alone = Json.from(Api.start(export, false)
                    .then()
                    .statusCode(not(202))
                    .extract()
                    .asString());
            Json found = answer.find("notQueued", "exportId", export);
            assertThat(found.getString("type")).isEqualTo(alone.getString("type"));
            assertThat(found.getString("detail")).isEqualTo(alone.getString("detail"));
        }
        assertThat(answer.find("notQueued", "exportId", exports.get(4)).getString("detail"))
                .startsWith("The segment \"Newcomers\" was not part");
        assertThat(exports.stream().map(export -> reason(answer, export)).distinct())
                .containsExactly(
                        "urn:insights:problem:segment-inactive",
                        "urn:insights:problem:segment-not-refreshed",
                        "urn:insights:problem:unknown-segment");
    }

    @Test
    void isForContributors() {
        post("viewer", null).then().statusCode(403);
        post("platform", null).then().statusCode(403);
        RestAssured.given().post(PATH).then().statusCode(401);
    }

    private String create(UUID on, Map<String, Object> schedule) {
        Map<String, Object> request = Api.request(on, segment);
        request.put("schedule", schedule);
        return Api.create(request);
    }

    private static String reason(Json answer, String export) {
        return answer.find("notQueued", "exportId", export).getString("type");
    }

    private static Json runAll(String role, String key) {
        return Json.from(post(role, key).then().statusCode(202).extract().asString());
    }

    private static Response post(String role, String key) {
        var request = Api.as(role);
        return (key == null ? request : request.header("Idempotency-Key", key)).post(PATH);
    }
}
