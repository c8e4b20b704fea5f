package insights.destination;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RoleTableIT extends RoleTableTest {}
