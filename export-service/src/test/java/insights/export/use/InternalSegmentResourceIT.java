package insights.export.use;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class InternalSegmentResourceIT extends InternalSegmentResourceTest {}
