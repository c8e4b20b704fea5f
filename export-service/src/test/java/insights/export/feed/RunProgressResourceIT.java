package insights.export.feed;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RunProgressResourceIT extends RunProgressResourceTest {}
