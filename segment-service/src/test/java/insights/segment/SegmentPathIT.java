package insights.segment;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SegmentPathIT extends SegmentPathTest {}
