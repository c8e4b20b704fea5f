package insights.segment.imports.guard;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class ImportGuardIT extends ImportGuardTest {}
