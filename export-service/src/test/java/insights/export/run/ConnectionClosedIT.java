package insights.export.run;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ConnectionClosedIT extends ConnectionClosedTest {}
