package insights.export.hook;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class HookResourceIT extends HookResourceTest {}
