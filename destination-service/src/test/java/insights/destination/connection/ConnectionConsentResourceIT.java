package insights.destination.connection;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ConnectionConsentResourceIT extends ConnectionConsentResourceTest {}
