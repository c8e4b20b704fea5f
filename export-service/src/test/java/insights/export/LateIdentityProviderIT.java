package insights.export;

import insights.common.testing.LateIdentityProvider;
import insights.common.testing.PackagedService;
import insights.export.testing.ExportDatabase;
import java.util.Map;

class LateIdentityProviderIT extends LateIdentityProvider {

    private final ExportDatabase database = new ExportDatabase();

    @Override
    protected Map<String, String> surroundings() {
        return PackagedService.with(
                database.start(), "insights.ledger.key", "a-key-for-this-test-run-of-40-characters");
    }

    @Override
    protected void endSurroundings() {
        database.stop();
    }

    @Override
    protected String path() {
        return "/exports";
    }

    @Override
    protected String role() {
        return "viewer";
    }
}
