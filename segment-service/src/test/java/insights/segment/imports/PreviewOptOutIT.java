package insights.segment.imports;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PreviewOptOutIT extends PreviewOptOutTest {}
