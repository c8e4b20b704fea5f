package insights.export;

import insights.common.testing.StartRefusal;
import insights.export.testing.ExportDatabase;
import java.util.List;
import java.util.Map;

class StartRefusalIT extends StartRefusal {

    private final ExportDatabase database = new ExportDatabase();

    @Override
    protected Map<String, String> database() {
        return database.start();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "insights.ledger.key", "a-key-for-this-test-run-of-40-characters",
                "quarkus.rest-client.destination-service.url", "http://localhost:1",
                "quarkus.rest-client.segment-service.url", "http://localhost:1");
    }

    @Override
    protected List<String> missing() {
        return List.of(
                "insights.ledger.key",
                "quarkus.oidc.auth-server-url",
                "quarkus.oidc-client.credentials.secret",
                "quarkus.rest-client.destination-service.url",
                "quarkus.rest-client.segment-service.url");
    }

    @Override
    protected void endDatabase() {
        database.stop();
    }
}
