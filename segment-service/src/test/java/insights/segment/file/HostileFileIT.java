package insights.segment.file;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class HostileFileIT extends HostileFileTest {}
