package insights.segment.optout;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class OptOutEndIT extends OptOutEndTest {}
