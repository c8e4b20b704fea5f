package insights.export.overview;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class ExportListResourceIT extends ExportListResourceTest {}
