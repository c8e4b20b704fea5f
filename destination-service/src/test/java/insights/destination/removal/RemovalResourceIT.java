package insights.destination.removal;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class RemovalResourceIT extends RemovalResourceTest {}
