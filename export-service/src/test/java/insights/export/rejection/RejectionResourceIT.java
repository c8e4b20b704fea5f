package insights.export.rejection;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class RejectionResourceIT extends RejectionResourceTest {}
