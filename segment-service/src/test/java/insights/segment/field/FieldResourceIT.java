package insights.segment.field;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class FieldResourceIT extends FieldResourceTest {}
