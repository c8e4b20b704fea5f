package insights.segment.refresh;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class RefreshHistoryIT extends RefreshHistoryTest {}
