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
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import insights.common.testing.OidcResource;
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
    void answersARepeatedRequestWithTheSameRefresh() {
        String first = withKey();
        assertThat(withKey()).isEqualTo(first);
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

    private static void found(
            io.restassured.response.ValidatableResponse refresh, String segment, int size, int joined, int left) {
        String path = "segments.find { it.id == '" + segment + "' }.";
        refresh.body(path + "size", equalTo(size))
                .body(path + "joined", equalTo(joined))
                .body(path + "left", equalTo(left));
    }
}
