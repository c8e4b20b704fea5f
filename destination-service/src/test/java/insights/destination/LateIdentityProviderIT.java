package insights.destination;

import insights.common.testing.LateIdentityProvider;
import java.util.Map;

class LateIdentityProviderIT extends LateIdentityProvider {

    private final DestinationDatabase database = new DestinationDatabase();

    @Override
    protected Map<String, String> surroundings() {
        return database.start();
    }

    @Override
    protected void endSurroundings() {
        database.stop();
    }

    @Override
    protected String path() {
        return "/connections";
    }

    @Override
    protected String role() {
        return "admin";
    }
}
