package insights.export.overview;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ExportListResourceIT extends ExportListResourceTest {}
