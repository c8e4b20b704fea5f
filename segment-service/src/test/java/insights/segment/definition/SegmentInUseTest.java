package insights.segment.definition;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.members;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever edits a segment in use is told who uses it and what changes; what is not theirs to decide they do not. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class SegmentInUseTest {

    private static final String RULE = "{\"field\":\"inu_size\",\"op\":\"gt\",\"value\":%d}";
    private static final String WIDER = "{\"rule\":" + RULE.formatted(0) + "}";

    private static final String EXPORT = """
            {"id":"00000000-0000-7000-8000-00000000000%d","displayName":"%s","segmentIds":["%s"],"connection":
             {"id":"00000000-0000-7000-8000-0000000000aa","displayName":"%s","sharedWithContributors":%b}}""";

    private final List<StubMapping> stubs = new ArrayList<>();

    @BeforeEach
    void importProfiles() {
        imported("profileId,inu_size\ninu-1,1\ninu-2,2\ninu-3,3\ninu-4,4\n");
    }

    @AfterEach
    void leaveAsFound() {
        WireMock exports = SurroundingsResource.exportService();
        stubs.forEach(exports::removeStubMapping);
    }

    /** Case Y16. */
    @Test
    void leavesWhoIsReachedByAConnectionThatIsNotSharedToAdministrators() {
        String id = used("In use elsewhere", RULE.formatted(2));
        sentBy(id, EXPORT.formatted(1, "Newsletter", id, "Main account", false));
        for (String patch : List.of(WIDER, "{\"status\":\"INACTIVE\"}", "{\"timeZone\":\"Europe/Rome\"}")) {
            edit("contributor", id, patch)
                    .statusCode(403)
                    .body("type", equalTo("urn:insights:problem:segment-not-shared"))
                    .body(
                            "detail",
                            allOf(
                                    containsString("\"Newsletter\" over \"Main account\" sends it"),
                                    containsString("duplicate")))
                    .body("usedBy.displayName", contains("Newsletter"))
                    .body("usedBy.connection", contains("Main account"));
        }
        as("viewer").get("/segments/" + id).then().body("version", equalTo(0));
        edit("contributor", id, "{\"displayName\":\"In use by another name\"}").statusCode(200);
        edit("contributor", id, "{\"status\":\"ACTIVE\",\"rule\":" + RULE.formatted(2) + "}")
                .statusCode(200)
                .body("version", equalTo(1));
        edit("admin", id, WIDER).statusCode(200).body("rule.value", equalTo(0));
    }

    @Test
    void looksThroughTheSegmentsThatAreMadeOfIt() {
        String part = segment("In use as a part", RULE.formatted(2));
        String whole = used("In use as a whole", "{\"any\":[{\"segment\":\"" + part + "\"}]}");
        sentBy(part, EXPORT.formatted(2, "Weekly", whole, "Main account", false));
        refreshed();
        preview("contributor", part, WIDER)
                .body("changes.id", contains(part, whole))
                .body("changes.before", contains(2, 2))
                .body("changes.after", contains(4, 4))
                .body("changes.joined", contains(2, 2))
                .body("changes.left", contains(0, 0))
                .body("usedBy.kind", contains("SEGMENT", "EXPORT"))
                .body("usedBy.displayName", contains("In use as a whole", "Weekly"))
                .body("usedBy.connection", contains(null, "Main account"))
                .body("permitted", equalTo(false))
                .body("detail", containsString("administrator"));
        edit("contributor", part, WIDER).statusCode(403);
        preview("admin", part, WIDER).body("permitted", equalTo(true)).body("detail", nullValue());
    }

    @Test
    void leavesSharedOnesToContributors() {
        String id = used("In use by all", RULE.formatted(2));
        sentBy(id, EXPORT.formatted(3, "Shared", id, "Marketing", true));
        refreshed();
        preview("contributor", id, "{\"rule\":" + RULE.formatted(3) + "}")
                .body("profiles", greaterThanOrEqualTo(4))
                .body("changes.before", contains(2))
                .body("changes.after", contains(1))
                .body("changes.joined", contains(0))
                .body("changes.left", contains(1))
                .body("usedBy.displayName", contains("Shared"))
                .body("exportsKnown", equalTo(true))
                .body("permitted", equalTo(true));
        preview("contributor", id, "{\"status\":\"INACTIVE\"}").body("changes.after", contains(0));
        as("viewer").get("/segments/" + id).then().body("version", equalTo(0));
        preview("contributor", id, "{\"rule\":{\"field\":\"inu_none\",\"op\":\"exists\"}}", 422);
        preview("viewer", id, WIDER, 403);
        edit("contributor", id, WIDER).statusCode(200);
    }

    @Test
    void foretellsAnotherList() {
        String id = as("contributor")
                .contentType("application/json")
                .body("{\"displayName\":\"In use as a list\",\"profileIds\":[\"inu-1\",\"inu-2\"]}")
                .post("/segments")
                .path("id");
        refreshed();
        preview("contributor", id, "{\"profileIds\":[\"inu-2\",\"inu-3\",\"inu-4\",\"nobody\"]}")
                .body("changes.before", contains(2))
                .body("changes.after", contains(3))
                .body("changes.joined", contains(2))
                .body("changes.left", contains(1));
        refreshed().body("segments.find { it.id == '" + id + "' }.size", equalTo(2));
    }

    @Test
    void waitsForExportServiceOnlyWhereExportsMayBe() {
        String unused = segment("In use by nobody", RULE.formatted(2));
        String used = used("In use by somebody", RULE.formatted(2));
        stub(".*", aResponse().withStatus(500));
        edit("contributor", unused, WIDER).statusCode(200);
        edit("contributor", used, WIDER).statusCode(503).body("type", equalTo("urn:insights:problem:unavailable"));
        preview("contributor", used, WIDER)
                .body("changes.after", contains(4))
                .body("usedBy", empty())
                .body("exportsKnown", equalTo(false))
                .body("permitted", equalTo(false))
                .body("detail", containsString("does not answer"));
        edit("contributor", used, "{\"displayName\":\"In use, renamed\"}").statusCode(200);
        edit("admin", used, WIDER).statusCode(200);
    }

    @Test
    void countsARunAsAUseToo() {
        String id = segment("In use by a run", RULE.formatted(2));
        refreshed();
        members(id, "", "").then().statusCode(200);
        stub(".*", aResponse().withStatus(500));
        edit("contributor", id, WIDER).statusCode(503);
    }

    /** As export-service makes one used: it asks for it when an export is saved. */
    private static String used(String displayName, String rule) {
        String id = segment(displayName, rule);
        as("export-service").get("/segments/" + id).then().statusCode(200);
        return id;
    }

    private void sentBy(String segment, String export) {
        stub(segment, okJson("{\"items\":[" + export + "]}"));
    }

    private void stub(String asked, ResponseDefinitionBuilder answer) {
        stubs.add(SurroundingsResource.exportService()
                .register(post("/internal/segments/exports")
                        .atPriority(1)
                        .withRequestBody(matchingJsonPath("$.segmentIds[?(@ =~ /" + asked + "/)]"))
                        .willReturn(answer)));
    }

    private static ValidatableResponse edit(String role, String id, String patch) {
        return as(role).contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch("/segments/" + id)
                .then();
    }

    private static ValidatableResponse preview(String role, String id, String patch) {
        return preview(role, id, patch, 200);
    }

    private static ValidatableResponse preview(String role, String id, String patch, int status) {
        return as(role).contentType("application/merge-patch+json")
                .body(patch)
                .post("/segments/" + id + "/preview")
                .then()
                .statusCode(status);
    }
}
