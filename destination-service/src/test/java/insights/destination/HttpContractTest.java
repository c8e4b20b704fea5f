package insights.destination;

import static insights.destination.Api.as;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.HttpContract;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HttpContractTest extends HttpContract {

    @Override
    protected String service() {
        return "destination-service";
    }

    @Override
    protected String path() {
        return "/connections";
    }

    @Override
    protected String role() {
        return "admin";
    }

    @Override
    protected String otherRole() {
        return "viewer";
    }

    @Override
    protected String refusedQuery() {
        return "q=" + "x".repeat(101);
    }

    @Test
    void whatServicesDoNoPersonMay() {
        as("admin")
                .get("/internal/connections/00000000-0000-7000-8000-000000000000")
                .then()
                .statusCode(403)
                .body("detail", equalTo("This is for services to do, no person may."));
    }

    @Test
    void pathsFarDownNameTheirOwnMethods() {
        as("admin")
                .get("/connections/00000000-0000-7000-8000-000000000000/test")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("OPTIONS, POST"))
                .body("type", equalTo("urn:insights:problem:method-not-allowed"));
    }
}
