package insights.export.definition;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ExportCountResourceIT extends ExportCountResourceTest {}
