package insights.destination.internal;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class InternalConnectionResourceIT extends InternalConnectionResourceTest {}
