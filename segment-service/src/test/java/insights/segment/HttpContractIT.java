package insights.segment;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class HttpContractIT extends HttpContractTest {}
