package insights.segment;

import insights.common.testing.LateIdentityProvider;
import insights.common.testing.PackagedService;
import java.util.Map;

class LateIdentityProviderIT extends LateIdentityProvider {

    private final SegmentDatabase database = new SegmentDatabase();

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
