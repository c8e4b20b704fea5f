package insights.segment.optout;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DamagedLineIT extends DamagedLineTest {}
