package insights.sandbox.autopilot.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class BulkUpsertIT extends BulkUpsertTest {}
