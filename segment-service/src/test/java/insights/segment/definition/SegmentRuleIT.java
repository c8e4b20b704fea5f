package insights.segment.definition;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SegmentRuleIT extends SegmentRuleTest {}
