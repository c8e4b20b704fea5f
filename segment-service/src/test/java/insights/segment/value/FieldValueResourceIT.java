package insights.segment.value;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class FieldValueResourceIT extends FieldValueResourceTest {}
