package insights.segment.member;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class MemberResourceIT extends MemberResourceTest {}
