package insights.destination.connection;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ConnectionVersionResourceIT extends ConnectionVersionResourceTest {}
