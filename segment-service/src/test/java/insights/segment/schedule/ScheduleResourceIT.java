package insights.segment.schedule;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class ScheduleResourceIT extends ScheduleResourceTest {}
