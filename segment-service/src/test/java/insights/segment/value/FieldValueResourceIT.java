package insights.segment.value;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class FieldValueResourceIT extends FieldValueResourceTest {}
