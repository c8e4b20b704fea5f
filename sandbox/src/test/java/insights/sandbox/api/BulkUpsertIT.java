package insights.sandbox.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class BulkUpsertIT extends BulkUpsertTest {}
