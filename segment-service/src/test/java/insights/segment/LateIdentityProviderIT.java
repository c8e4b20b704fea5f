package insights.segment;

import insights.common.testing.LateIdentityProvider;
import insights.common.testing.PackagedService;
import insights.common.testing.PostgresResource;
import java.util.Map;

class LateIdentityProviderIT extends LateIdentityProvider {

    private final PostgresResource database = new PostgresResource();

    @Override
    protected Map<String, String> surroundings() {
        return PackagedService.with(
                database.start(), "insights.erasure.key", "a-key-for-this-test-run-of-40-characters");
    }

    @Override
    protected void endSurroundings() {
        database.stop();
    }

    @Override
    protected String path() {
        return "/segments";
    }

    @Override
    protected String role() {
        return "viewer";
    }
}
