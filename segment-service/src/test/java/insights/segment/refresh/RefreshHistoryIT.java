package insights.segment.refresh;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RefreshHistoryIT extends RefreshHistoryTest {}
