package insights.destination.notice;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class ClosedNoticeIT extends ClosedNoticeTest {}
