package insights.segment;

import static insights.common.testing.Patience.await;
import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.DocumentedMetrics;
import insights.common.testing.OidcResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What an operator can see, at the management port. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class MetricsTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URI endpoint;

    @Test
    void everyMetricIsDocumentedAndNoOther() {
        finished(
                        "admin",
                        as("admin")
                                .contentType("text/csv; charset=utf-8")
                                .body("profileId,mt_name\nmt-1,x\n")
                                .post("/profile-imports"))
                .body("status", equalTo("SUCCESSFUL"));
        as("contributor")
                .contentType("application/json")
                .body("{\"displayName\":\"Measured in MetricsTest\",\"rule\":{\"everybody\":true}}")
                .post("/segments")
                .then()
                .statusCode(201);
        finished("platform", as("platform").post("/refreshes")).body("status", equalTo("SUCCESSFUL"));
        await().untilAsserted(() -> RestAssured.get(endpoint).then().body(containsString("insights_segment_size{")));
        DocumentedMetrics.areWhatIsToldBy("segment-service", endpoint);
    }
}
