package insights.export;

import insights.common.testing.HttpContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class HttpContractTest extends HttpContract {

    @Override
    protected String service() {
        return "export-service";
    }

    @Override
    protected String path() {
        return "/exports";
    }

    @Override
    protected String role() {
        return "contributor";
    }

    @Override
    protected String operationOfServices() {
        return "POST /internal/export-counts";
    }

    @Override
    protected String otherRole() {
        return "export-service";
    }

    @Override
    protected String refusedQuery() {
        return "segmentId=00000000-0000-7000-8000-000000000000"
                + "&segmentId=00000000-0000-7000-8000-000000000000".repeat(100);
    }
}
