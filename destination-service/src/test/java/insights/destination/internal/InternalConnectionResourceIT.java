package insights.destination.internal;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class InternalConnectionResourceIT extends InternalConnectionResourceTest {}
