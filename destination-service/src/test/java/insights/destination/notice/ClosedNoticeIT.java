package insights.destination.notice;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ClosedNoticeIT extends ClosedNoticeTest {}
