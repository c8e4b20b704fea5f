package insights.sandbox.control;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ControlIT extends ControlTest {}
