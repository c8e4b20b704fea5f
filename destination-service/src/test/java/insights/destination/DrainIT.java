package insights.destination;

import insights.common.testing.DrainContract;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class DrainIT extends DrainContract {

    private final DestinationDatabase database = new DestinationDatabase();

    @Override
    protected Map<String, String> config() {
        Map<String, String> config = new HashMap<>(database.start());
        config.put("quarkus.oidc-client.credentials.secret", "a-secret-of-nobody");
        config.put("quarkus.rest-client.export-service.url", "http://localhost:1");
        return config;
    }

    @Override
    protected String path() {
        return "/nothing";
    }

    @Override
    protected int status() {
        return 404;
    }

    @AfterEach
    void stop() {
        database.stop();
    }
}
