package insights.segment.audit;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class AuditEventResourceIT extends AuditEventResourceTest {}
