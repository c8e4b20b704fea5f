package insights.segment.refresh;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static insights.common.testing.Patience.await;
import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static insights.segment.SegmentService.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import insights.common.testing.OidcResource;
import insights.common.testing.Tokens;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class RefreshResourceTest {

    private static final String HOOK = "/hooks/refresh-completed";

    @Test
    void recordsWhoJoinedAndWhoLeft() {
        imported("profileId,ref_tier\nref-1,gold\nref-2,gold\nref-3,iron\n");
        String gold = segment("Refresh gold", "{\"field\":\"ref_tier\",\"op\":\"eq\",\"value\":\"gold\"}");
        found(refreshed(), gold, 2, 2, 0);
        found(refreshed(), gold, 2, 0, 0);
        imported("profileId,ref_tier\nref-1,iron\nref-3,gold\nref-4,gold\n");
        found(refreshed(), gold, 3, 2, 1);
        as("viewer")
                .queryParam("limit", 2)
                .get("/refreshes")
                .then()
                .body("items", hasSize(2))
                .body("next", notNullValue());
    }

    @Test
    void looksAtEverybodyOnlyWhereChangesDoNotTell() {
        imported("profileId,ref_kind,ref_seen\nkind-1,a,2026-01-01T10:00:00Z\nkind-2,b,2026-01-01T10:00:00Z\n");
        String kind = segment("Refresh kind", "{\"field\":\"ref_kind\",\"op\":\"eq\",\"value\":\"a\"}");
        String old = segment("Refresh old", "{\"field\":\"ref_seen\",\"op\":\"olderThanDays\",\"value\":1}");
        var first = refreshed();
        counted(first, kind, "FULL", "FIRST");
        counted(first, old, "FULL", "FIRST");
        imported("profileId,ref_kind\nkind-2,a\n");
        var second = refreshed();
        found(second, kind, 2, 1, 0);
        counted(second, kind, "CHANGES", null);
        counted(second, old, "FULL", "DATE");
        as("contributor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"rule\":{\"field\":\"ref_kind\",\"op\":\"eq\",\"value\":\"b\"}}")
                .patch("/segments/" + kind)
                .then()
                .statusCode(200);
        var third = refreshed();
        found(third, kind, 0, 0, 2);
        counted(third, kind, "FULL", "RULE");
    }

    private static void counted(
            io.restassured.response.ValidatableResponse refresh, String segment, String how, String reason) {
        String path = "segments.find { it.id == '" + segment + "' }.";
        refresh.body(path + "counted", equalTo(how)).body(path + "reason", equalTo(reason));
    }

    @Test
    void answersARepeatedRequestWithTheSameRefresh() {
        String first = withKey();
        assertThat(withKey()).isEqualTo(first);
    }

    @Test
    void keysAreTheirSendersOwnWhateverTheyAreCalled() {
        String first = withKey("renamed", "miss-eve");
        assertThat(withKey("renamed", "mrs-eve")).isEqualTo(first);
        assertThat(withKey("another", "miss-eve")).isNotEqualTo(first);
    }

    @Test
    void runsAllThatAreAskedForAtOnce() {
        for (int i = 0; i < 5; i++) {
            as("platform").post("/refreshes").then().statusCode(202);
        }
        refreshed().body("status", equalTo("SUCCESSFUL"));
    }

    @Test
    void tellsExportServiceUntilItAcknowledges() {
        var exportService = SurroundingsResource.exportService();
        String scenario = "down for a while";
        imported("profileId,ref_hook\nhook-1,yes\n");
        String hooked = segment("Refresh hooked", "{\"field\":\"ref_hook\",\"op\":\"exists\"}");
        exportService.register(post(HOOK)
                .withRequestBody(containing(hooked))
                .inScenario(scenario)
                .whenScenarioStateIs("Started")
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("up"));
        exportService.register(post(HOOK)
                .withRequestBody(containing(hooked))
                .inScenario(scenario)
                .whenScenarioStateIs("up")
                .willReturn(aResponse().withStatus(202)));
        String id = refreshed().extract().path("id");
        RequestPatternBuilder announced = postRequestedFor(urlEqualTo(HOOK))
                .withHeader("Authorization", containing("Bearer "))
                .withRequestBody(
                        matchingJsonPath("$.refreshId", com.github.tomakehurst.wiremock.client.WireMock.equalTo(id)))
                .withRequestBody(matchingJsonPath(
                        "$.outcome", com.github.tomakehurst.wiremock.client.WireMock.equalTo("SUCCESSFUL")))
                .withRequestBody(matchingJsonPath("$.segments[?(@.id=='" + hooked + "' && @.size==1)]"));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> exportService.verifyThat(2, announced));
    }

    private static String withKey() {
        var answer = as("platform").header("Idempotency-Key", "refresh-key").post("/refreshes");
        finished("platform", answer);
        return answer.header("Location");
    }

    private static String withKey(String subject, String name) {
        var answer = with(Tokens.of("platform").subject(subject).name(name).sign())
                .header("Idempotency-Key", "refresh-key-of-one")
                .post("/refreshes");
        finished("platform", answer);
        return answer.header("Location");
    }

    private static void found(
            io.restassured.response.ValidatableResponse refresh, String segment, int size, int joined, int left) {
        String path = "segments.find { it.id == '" + segment + "' }.";
        refresh.body(path + "size", equalTo(size))
                .body(path + "joined", equalTo(joined))
                .body(path + "left", equalTo(left));
    }
}
