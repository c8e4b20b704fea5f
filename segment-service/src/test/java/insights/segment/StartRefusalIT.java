package insights.segment;

import insights.common.testing.StartRefusal;
import java.util.List;
import java.util.Map;

class StartRefusalIT extends StartRefusal {

    private final SegmentDatabase database = new SegmentDatabase();

    @Override
    protected Map<String, String> database() {
        return database.start();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "insights.erasure.key", "a-key-for-this-test-run-of-40-characters",
                "quarkus.rest-client.export-service.url", "http://localhost:1");
    }

    @Override
    protected List<String> missing() {
        return List.of(
                "insights.erasure.key",
                "quarkus.oidc.auth-server-url",
                "quarkus.oidc-client.credentials.secret",
                "quarkus.rest-client.export-service.url");
    }

    @Override
    protected void endDatabase() {
        database.stop();
    }
}
