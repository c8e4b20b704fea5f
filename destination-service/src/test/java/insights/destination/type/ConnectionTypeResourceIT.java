package insights.destination.type;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class ConnectionTypeResourceIT extends ConnectionTypeResourceTest {}
