package insights.segment.preview;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SampleResourceIT extends SampleResourceTest {}
