package insights.destination;

import static io.restassured.RestAssured.given;

import insights.common.testing.DocumentedMetrics;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What an operator can see, at the management port. */
@QuarkusTest
class MetricsTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URI endpoint;

    @Test
    void everyMetricIsDocumentedAndNoOther() {
        given().get("/connections").then().statusCode(401);
        DocumentedMetrics.areWhatIsToldBy("destination-service", endpoint);
    }
}
