package insights.segment.imports;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class ImportKeyResourceIT extends ImportKeyResourceTest {}
