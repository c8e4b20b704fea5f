package insights.destination;

import insights.common.testing.OpenApiContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OpenApiTest extends OpenApiContract {

    @Override
    protected String service() {
        return "destination-service";
    }
}
