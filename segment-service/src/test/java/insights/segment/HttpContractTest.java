package insights.segment;

import insights.common.testing.HttpContract;
import insights.common.testing.OidcResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

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
    protected String operationOfServices() {
        return "POST /internal/member-counts";
    }

    @Override
    protected String otherRole() {
        return "platform";
    }

    @Override
    protected String refusedQuery() {
        return "q=" + "x".repeat(101);
    }
}
