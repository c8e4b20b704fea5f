package insights.export.suggestion;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SuggestionResourceIT extends SuggestionResourceTest {}
