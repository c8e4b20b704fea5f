package insights.export.definition;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class InternalExportCountResourceIT extends InternalExportCountResourceTest {}
