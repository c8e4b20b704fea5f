package insights.export.run;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RunListResourceIT extends RunListResourceTest {}
