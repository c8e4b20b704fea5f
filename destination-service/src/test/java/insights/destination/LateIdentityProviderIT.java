package insights.destination;

import static io.restassured.RestAssured.given;

import insights.common.testing.LateIdentityProvider;
import insights.common.testing.Tokens;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;

class LateIdentityProviderIT extends LateIdentityProvider {

    private final DestinationDatabase database = new DestinationDatabase();

    private String endpoint;

    @Override
    protected Map<String, String> surroundings(String neighbours) {
        endpoint = neighbours + "/v1";
        Map<String, String> config = new HashMap<>(database.start());
        config.put("quarkus.rest-client.export-service.url", neighbours);
        config.put("insights.autopilot.allowed-endpoints", endpoint);
        return config;
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

    /** A key is proved by Autopilot before anything is saved. */
    @Override
    protected Response needNeighbour(String url) {
        return given().auth()
                .oauth2(Tokens.token("admin"))
                .contentType("application/json")
                .body("""
                        {"type": "AUTOPILOT", "displayName": "Newsletter", "apiKey": "0123456789abcdef0123456789abcdef",
                         "endpoint": "%s", "consent": {"textVersion": 1, "language": "en", "agreed": true}}""".formatted(endpoint))
                .post(url + "/connections");
    }
}
