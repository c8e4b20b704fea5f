package insights.destination;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class HttpContractIT extends HttpContractTest {}
