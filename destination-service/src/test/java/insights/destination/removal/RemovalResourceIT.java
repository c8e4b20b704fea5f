package insights.destination.removal;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RemovalResourceIT extends RemovalResourceTest {}
