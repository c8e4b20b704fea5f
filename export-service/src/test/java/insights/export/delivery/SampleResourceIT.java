package insights.export.delivery;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SampleResourceIT extends SampleResourceTest {}
