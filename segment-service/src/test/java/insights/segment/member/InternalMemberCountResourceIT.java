package insights.segment.member;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class InternalMemberCountResourceIT extends InternalMemberCountResourceTest {}
