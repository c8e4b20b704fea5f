package insights.segment.preview;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class SampleResourceIT extends SampleResourceTest {}
