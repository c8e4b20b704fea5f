package insights.export;

import static io.restassured.RestAssured.given;

import insights.common.testing.LateIdentityProvider;
import insights.common.testing.Tokens;
import insights.export.testing.ExportDatabase;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;

class LateIdentityProviderIT extends LateIdentityProvider {

    private final ExportDatabase database = new ExportDatabase();

    @Override
    protected Map<String, String> surroundings(String neighbours) {
        Map<String, String> config = new HashMap<>(database.start());
        config.put("insights.ledger.key", "a-key-for-this-test-run-of-40-characters");
        config.put("quarkus.rest-client.destination-service.url", neighbours);
        config.put("quarkus.rest-client.segment-service.url", neighbours);
        return config;
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

    /** How many people are in a segment only segment-service knows. */
    @Override
    protected Response needNeighbour(String url) {
        return given().auth()
                .oauth2(Tokens.token("contributor"))
                .contentType("application/json")
                .body("{\"segmentIds\":[\"0198c0de-0000-7000-8000-000000000001\"]}")
                .post(url + "/exports/size");
    }
}
