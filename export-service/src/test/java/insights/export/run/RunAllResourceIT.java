package insights.export.run;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RunAllResourceIT extends RunAllResourceTest {}
