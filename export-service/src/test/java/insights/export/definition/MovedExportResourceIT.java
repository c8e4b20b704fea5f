package insights.export.definition;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class MovedExportResourceIT extends MovedExportResourceTest {}
