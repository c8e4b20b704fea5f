package insights.destination.connection;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class ExportUserResourceIT extends ExportUserResourceTest {}
