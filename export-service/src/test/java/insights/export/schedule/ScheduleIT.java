package insights.export.schedule;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ScheduleIT extends ScheduleTest {}
