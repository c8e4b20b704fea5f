package insights.export.feed;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class RunProgressResourceIT extends RunProgressResourceTest {}
