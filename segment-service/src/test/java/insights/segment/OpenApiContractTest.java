package insights.segment;

import insights.common.testing.OidcResource;
import insights.common.testing.OpenApiContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class OpenApiContractTest extends OpenApiContract {

    @Override
    protected String service() {
        return "segment-service";
    }
}
