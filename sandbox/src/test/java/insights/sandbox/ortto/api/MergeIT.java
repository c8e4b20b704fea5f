package insights.sandbox.ortto.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MergeIT extends MergeTest {}
