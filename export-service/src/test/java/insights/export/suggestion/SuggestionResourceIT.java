package insights.export.suggestion;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("binary")
@QuarkusIntegrationTest
class SuggestionResourceIT extends SuggestionResourceTest {}
