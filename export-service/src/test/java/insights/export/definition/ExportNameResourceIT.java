package insights.export.definition;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ExportNameResourceIT extends ExportNameResourceTest {}
