package insights.segment.audit;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AuditEventResourceIT extends AuditEventResourceTest {}
