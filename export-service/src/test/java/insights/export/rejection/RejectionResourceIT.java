package insights.export.rejection;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RejectionResourceIT extends RejectionResourceTest {}
