package insights.segment.definition;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changing, copying and removing segments. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class SegmentEditTest {

    private static final String RULE = "{\"field\":\"sed_size\",\"op\":\"lt\",\"value\":3}";

    @BeforeEach
    void importProfiles() {
        imported("profileId,sed_size\nsed-1,1\nsed-2,2\n");
    }

    @Test
    void editsOnlyWhatTheCallerSaw() {
        String id = segment("Edited", RULE);
        edit(id, null, "{\"displayName\":\"Edited more\"}").statusCode(428);
        edit(id, "\"7\"", "{\"displayName\":\"Edited more\"}").statusCode(412);
        edit(id, "\"0\"", "{\"displayName\":\"Edited more\"}")
                .statusCode(200)
                .body("version", equalTo(1))
                .body("displayName", equalTo("Edited more"))
                .body("updatedBy.subject", equalTo("subject-of-contributor"));
        edit(id, "\"1\"", "{\"displayName\":\"  \"}").statusCode(422);
    }

    @Test
    void saysNothingNewToWhoHasItAlready() {
        String id = segment("Looked at", RULE);
        String tag = as("viewer").get("/segments/" + id).header("ETag");
        for (String method : List.of("GET", "HEAD")) {
            String answer = as("viewer")
                    .header("If-None-Match", tag)
                    .request(method, "/segments/" + id)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .extract()
                    .asString();
            assertThat(answer).isEmpty();
        }
        edit(id, tag, "{\"displayName\":\"Looked at again\"}").statusCode(200);
        as("viewer")
                .header("If-None-Match", tag)
                .get("/segments/" + id)
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Looked at again"));
        as("viewer").header("If-None-Match", tag).head("/segments/" + id).then().statusCode(200);
    }

    @Test
    void leavesNoTraceOfAnEditThatChangesNothing() {
        String id = segment(
                "Same", "{\"all\":[{\"field\":\"sed_size\",\"op\":\"lt\",\"value\":1e3},{\"not\":" + RULE + "}]}");
        edit(
                        id,
                        "*",
                        "{\"displayName\":\" Same\",\"status\":\"ACTIVE\",\"timeZone\":null,\"rule\":"
                                + "{\"all\":[{\"op\":\"lt\",\"field\":\"sed_size\",\"value\":1000},{\"not\":" + RULE
                                + "}]}}")
                .statusCode(200)
                .body("version", equalTo(0));
        edit(id, "*", "{}").statusCode(200).body("version", equalTo(0));
        events(id).body("items", hasSize(1));
        edit(id, "*", "{\"timeZone\":\"Pacific/Auckland\"}").statusCode(200).body("version", equalTo(1));
        events(id).body("items", hasSize(2)).body("items[0].changes.timeZone.to", equalTo("Pacific/Auckland"));
    }

    @Test
    void leavesNoTraceOfTheTimeZoneThatIsShownAlready() {
        String id = segment("Shown zone", RULE);
        String shown = as("viewer").get("/segments/" + id).path("timeZone");
        edit(id, "*", "{\"timeZone\":\"" + shown + "\"}").statusCode(200).body("version", equalTo(0));
        events(id).body("items", hasSize(1));
        edit(id, "*", "{\"timeZone\":\"Europe/Rome\"}").body("version", equalTo(1));
        edit(id, "*", "{\"timeZone\":\"" + shown + "\"}").body("version", equalTo(2));
        events(id).body("items", hasSize(3)).body("items[0].changes.timeZone.to", equalTo(shown));
    }

    @Test
    void leavesNoTraceOfTheSameList() {
        String id = as("contributor")
                .contentType("application/json")
                .body("{\"displayName\":\"Same list\",\"profileIds\":[\"sed-1\",\"sed-2\"]}")
                .post("/segments")
                .then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.matchesPattern("/segments/[0-9a-f-]{36}"))
                .extract()
                .path("id");
        edit(id, "*", "{\"profileIds\":[\"sed-2\",\"sed-1\",\"sed-2\"]}").body("version", equalTo(0));
        events(id).body("items", hasSize(1));
        edit(id, "*", "{\"profileIds\":[\"sed-2\"]}").body("version", equalTo(1));
        events(id).body("items", hasSize(2)).body("items[0].changes.profileIds.to", equalTo("another list"));
    }

    @Test
    void takesATimeZoneAndGivesItBack() {
        String id = segment("Zone", RULE);
        edit(id, "*", "{\"timeZone\":\"Mars/Base\"}").statusCode(422).body("errors.pointer", contains("/timeZone"));
        edit(id, "*", "{\"timeZone\":\"Europe/Rome\"}").body("timeZone", equalTo("Europe/Rome"));
        edit(id, "*", "{\"timeZone\":null}").statusCode(200).body("timeZone", equalTo("UTC"));
    }

    @Test
    void duplicatesWithAName() {
        String id = segment("Original", RULE);
        duplicate(id, "{\"displayName\":\"Its copy\"}")
                .statusCode(201)
                .body("rule.field", equalTo("sed_size"))
                .body("displayName", equalTo("Its copy"));
        duplicate(id, "{\"displayName\":\"its COPY\"}")
                .statusCode(409)
                .body("type", equalTo("urn:insights:problem:name-taken"));
        duplicate(id, "{\"name\":\"What\"}").statusCode(400).body("errors.pointer", contains("/name"));
    }

    @Test
    void makesUpANameWhenNoneIsGiven() {
        String id = segment("A 😀".repeat(25), RULE);
        String long1 = as("contributor")
                .noContentType()
                .post("/segments/" + id + "/duplicate")
                .then()
                .statusCode(201)
                .extract()
                .path("displayName");
        String long2 = duplicate(id, "{}").statusCode(201).extract().path("displayName");
        assertThat(long1).startsWith("Copy of A 😀").hasSizeLessThanOrEqualTo(100);
        assertThat(long2).endsWith(" 2").hasSizeLessThanOrEqualTo(100);
        String other = segment("Short", RULE);
        duplicate(other, "{}").body("displayName", equalTo("Copy of Short"));
        duplicate(other, "{}").body("displayName", equalTo("Copy of Short 2"));
        events(duplicate(other, "{}")
                        .body("displayName", equalTo("Copy of Short 3"))
                        .extract()
                        .path("id"))
                .body("items[0].action", equalTo("SEGMENT_DUPLICATED"))
                .body("items[0].changes.copyOf.to", equalTo(other));
    }

    @Test
    void removesOnlyWhatTheCallerSaw() {
        String id = segment("Removed", RULE);
        as("contributor").delete("/segments/" + id).then().statusCode(428);
        as("contributor")
                .header("If-Match", "\"3\"")
                .delete("/segments/" + id)
                .then()
                .statusCode(412);
        String tag = as("viewer").get("/segments/" + id).header("ETag");
        as("contributor")
                .header("If-Match", tag)
                .delete("/segments/" + id)
                .then()
                .statusCode(204);
        as("contributor")
                .header("If-Match", tag)
                .delete("/segments/" + id)
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse duplicate(String id, String body) {
        return as("contributor")
                .contentType("application/json")
                .body(body)
                .post("/segments/" + id + "/duplicate")
                .then();
    }

    private static ValidatableResponse events(String target) {
        return as("admin")
                .queryParam("target", target)
                .get("/segments/audit-events")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse edit(String id, String ifMatch, String patch) {
        var request =
                as("contributor").contentType("application/merge-patch+json").body(patch);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch("/segments/" + id)
                .then();
    }
}
