package insights.destination;

import insights.common.testing.StartRefusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class StartRefusalIT extends StartRefusal {

    private final DestinationDatabase database = new DestinationDatabase();

    @Override
    protected Map<String, String> database() {
        Map<String, String> config = new HashMap<>(database.start());
        config.keySet().removeIf(name -> name.startsWith("insights."));
        return config;
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "insights.keys.master-keys.1", "dGhlIG1hc3RlciBrZXkgb2YgdGhlIHRlc3RzLCAzMmI=",
                "quarkus.rest-client.export-service.url", "http://localhost:1");
    }

    @Override
    protected List<String> missing() {
        return List.of(
                "insights.keys.master-keys.1",
                "quarkus.oidc.auth-server-url",
                "quarkus.oidc-client.credentials.secret",
                "quarkus.rest-client.export-service.url");
    }

    @Override
    protected void endDatabase() {
        database.stop();
    }
}
