package insights.export.overview;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class ExportsOverviewResourceIT extends ExportsOverviewResourceTest {}
