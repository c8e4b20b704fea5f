package insights.segment;

import static insights.segment.SegmentService.as;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.HttpContract;
import insights.common.testing.OidcResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class HttpContractTest extends HttpContract {

    @Override
    protected String service() {
        return "segment-service";
    }

    @Override
    protected String path() {
        return "/segments";
    }

    @Override
    protected String role() {
        return "contributor";
    }

    @Override
    protected String otherRole() {
        return "platform";
    }

    @Override
    protected String refusedQuery() {
        return "q=" + "x".repeat(101);
    }

    @Test
    void whatServicesDoNoPersonMay() {
        as("admin")
                .contentType("application/json")
                .body("{}")
                .post("/internal/member-counts")
                .then()
                .statusCode(403)
                .body("detail", equalTo("This is for services to do, no person may."));
    }

    /** Cases D10, D11. */
    @Test
    void pathsFarDownNameTheirOwnMethods() {
        as("admin")
                .get("/segments/preview")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("OPTIONS, POST"))
                .body("type", equalTo("urn:insights:problem:method-not-allowed"));
    }
}
