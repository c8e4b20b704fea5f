package insights.sandbox.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RequestsIT extends RequestsTest {}
