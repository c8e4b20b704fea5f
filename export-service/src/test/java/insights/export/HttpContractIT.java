package insights.export;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class HttpContractIT extends HttpContractTest {}
