package insights.sandbox.autopilot.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class FaultsIT extends FaultsTest {}
