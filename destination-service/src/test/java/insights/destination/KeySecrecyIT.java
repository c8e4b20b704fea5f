package insights.destination;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class KeySecrecyIT extends KeySecrecyTest {}
