package insights.destination.connection;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ConnectionListResourceIT extends ConnectionListResourceTest {}
