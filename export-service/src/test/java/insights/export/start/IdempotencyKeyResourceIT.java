package insights.export.start;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class IdempotencyKeyResourceIT extends IdempotencyKeyResourceTest {}
