package insights.sandbox.autopilot.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class HooksIT extends HooksTest {}
