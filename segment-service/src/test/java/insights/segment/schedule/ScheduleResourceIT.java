package insights.segment.schedule;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ScheduleResourceIT extends ScheduleResourceTest {}
