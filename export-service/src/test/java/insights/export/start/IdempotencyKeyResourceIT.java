package insights.export.start;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class IdempotencyKeyResourceIT extends IdempotencyKeyResourceTest {}
