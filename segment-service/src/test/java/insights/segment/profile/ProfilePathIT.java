package insights.segment.profile;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ProfilePathIT extends ProfilePathTest {}
