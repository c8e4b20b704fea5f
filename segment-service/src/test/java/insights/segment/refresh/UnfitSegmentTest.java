package insights.segment.refresh;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.members;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.client.WireMock;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A segment whose rule fits the profiles no more is told of, and keeps no other from being refreshed (S09). */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class UnfitSegmentTest {

    private static final String RULE = "{\"field\":\"%s\",\"op\":\"gt\",\"value\":5}";

    private final Deque<String> made = new ArrayDeque<>();

    @Inject
    Database database;

    @AfterEach
    void remove() {
        made.forEach(id -> as("contributor")
                .header("If-Match", "*")
                .delete("/segments/" + id)
                .then()
                .statusCode(204));
    }

    /** Case S09. */
    @Test
    void refusesToActivateWhatDoesNotFitAnyMore() {
        imported("profileId,unf_a\nunf-1,10\n");
        String id = make("Unfit and off", RULE.formatted("unf_a"));
        edit(id, "{\"status\":\"INACTIVE\"}").statusCode(200);
        imported("profileId,unf_a\nunf-1,high\n", "widen=true").body("status", equalTo("SUCCESSFUL"));
        edit(id, "{\"status\":\"ACTIVE\"}")
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:invalid-rule"))
                .body("errors[0].detail", allOf(containsString("Unfit and off"), containsString("field \"unf_a\"")));
        as("contributor")
                .contentType("application/json")
                .post("/segments/" + id + "/duplicate")
                .then()
                .statusCode(422);
        refreshed().body("status", equalTo("SUCCESSFUL")).body("failures", empty());
    }

    @Test
    void failsAloneAndKeepsItsMembers() {
        imported("profileId,unf_b,unf_c\nunf-2,10,10\nunf-3,20,1\n");
        String unfit = make("Unfit", RULE.formatted("unf_b"));
        String ofIt = make("Made of the unfit", "{\"not\":{\"segment\":\"" + unfit + "\"}}");
        String fit = make("Fit", RULE.formatted("unf_c"));
        refreshed().body("status", equalTo("SUCCESSFUL"));
        String before = as("viewer").get("/segments/" + unfit).path("refreshedAt");
        imported("profileId,unf_c\nunf-3,10\n");
        // Nothing that the API lets anybody do leads here, but two changes in the same second may.
        type("unf_b", "STRING");

        ValidatableResponse refresh = refreshed()
                .body("status", equalTo("COMPLETED_WITH_WARNINGS"))
                .body("failures.id", containsInAnyOrder(unfit, ofIt))
                .body("failures.field", containsInAnyOrder("unf_b", "unf_b"))
                .body("segments.find { it.id == '" + fit + "' }.size", equalTo(2))
                .body("segments.id", not(hasItem(unfit)));
        String id = refresh.extract().path("id");
        as("viewer").get("/refreshes?status=COMPLETED_WITH_WARNINGS").then().body("items.id", hasItem(id));
        as("viewer").get("/refreshes?status=SUCCESSFUL").then().body("items.id", not(hasItem(id)));
        as("viewer")
                .get("/segments?q=Unfit")
                .then()
                .body("items.find { it.id == '" + unfit + "' }.size", equalTo(2))
                .body("items.find { it.id == '" + unfit + "' }.refreshedAt", equalTo(before))
                .body("items.find { it.id == '" + unfit + "' }.failure.field", equalTo("unf_b"))
                .body("items.find { it.id == '" + unfit + "' }.failure.detail", containsString("\"Unfit\""));
        members(unfit, "", "")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:insights:problem:segment-failed"))
                .body("detail", allOf(containsString("\"Unfit\""), containsString("\"unf_b\"")));
        members(fit, "", "").then().statusCode(200).header("X-Member-Count", "2");
        var announced = postRequestedFor(urlEqualTo("/hooks/refresh-completed"))
                .withRequestBody(matchingJsonPath("$.refreshId", WireMock.equalTo(id)))
                .withRequestBody(matchingJsonPath("$.outcome", WireMock.equalTo("SUCCESSFUL")))
                .withRequestBody(matchingJsonPath("$.segments[?(@.id=='" + unfit + "')]"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> SurroundingsResource.exportService().verifyThat(announced));
    }

    @Test
    void countsFromTheMembersThatWereKept() {
        imported("profileId,unf_d\nunf-4,10\nunf-5,20\nunf-6,30\n");
        String unfit = make("Unfit for a while", RULE.formatted("unf_d"));
        refreshed();
        type("unf_d", "STRING");
        as("admin").delete("/profiles/unf-4").then().statusCode(204);
        refreshed().body("status", equalTo("COMPLETED_WITH_WARNINGS"));
        String other = make("Unfit does not matter", "{\"field\":\"unf_d\",\"op\":\"exists\"}");
        edit(other, "{\"rule\":{\"field\":\"unf_d\",\"op\":\"startsWith\",\"value\":\"2\"}}")
                .statusCode(200);
        type("unf_d", "NUMBER");
        edit(other, "{\"status\":\"INACTIVE\"}").statusCode(200);
        edit(unfit, "{\"rule\":{\"field\":\"unf_d\",\"op\":\"gt\",\"value\":25}}")
                .statusCode(200);
        refreshed()
                .body("status", equalTo("SUCCESSFUL"))
                .body("segments.find { it.id == '" + unfit + "' }.size", equalTo(1))
                .body("segments.find { it.id == '" + unfit + "' }.joined", equalTo(0))
                .body("segments.find { it.id == '" + unfit + "' }.left", equalTo(2));
        as("viewer").get("/segments/" + unfit).then().body("failure", nullValue());
        members(unfit, "", "").then().statusCode(200);
    }

    private String make(String displayName, String rule) {
        made.push(segment(displayName, rule));
        return made.peek();
    }

    private void type(String field, String type) {
        database.transaction(connection ->
                Database.update(connection, Sql.of("update field set type = ? where name = ?", type, field)));
    }

    private static ValidatableResponse edit(String id, String patch) {
        return as("contributor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch("/segments/" + id)
                .then();
    }
}
