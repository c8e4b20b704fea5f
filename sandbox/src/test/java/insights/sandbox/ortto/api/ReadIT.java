package insights.sandbox.ortto.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class ReadIT extends ReadTest {}
