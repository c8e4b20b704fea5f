package insights.destination.field;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class ConnectionFieldResourceIT extends ConnectionFieldResourceTest {}
