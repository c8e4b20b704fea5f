package insights.destination;

import insights.common.testing.HttpContract;
import io.quarkus.test.junit.QuarkusTest;

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
    protected String operationOfServices() {
        return "GET /internal/connections";
    }

    @Override
    protected String otherRole() {
        return "viewer";
    }

    @Override
    protected String refusedQuery() {
        return "q=" + "x".repeat(101);
    }
}
