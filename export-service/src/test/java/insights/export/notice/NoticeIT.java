package insights.export.notice;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class NoticeIT extends NoticeTest {}
