package insights.destination.field;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ConnectionFieldResourceIT extends ConnectionFieldResourceTest {}
