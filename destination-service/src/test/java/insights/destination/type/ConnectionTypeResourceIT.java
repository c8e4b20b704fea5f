package insights.destination.type;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ConnectionTypeResourceIT extends ConnectionTypeResourceTest {}
