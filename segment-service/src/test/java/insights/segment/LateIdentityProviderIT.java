package insights.segment;

import static io.restassured.RestAssured.given;

import insights.common.testing.LateIdentityProvider;
import insights.common.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

class LateIdentityProviderIT extends LateIdentityProvider {

    private final SegmentDatabase database = new SegmentDatabase();

    private String segment;

    @Override
    protected Map<String, String> surroundings(String neighbours) {
        Map<String, String> config = new HashMap<>(database.start());
        config.put("insights.erasure.key", "a-key-for-this-test-run-of-40-characters");
        config.put("quarkus.rest-client.export-service.url", neighbours);
        config.put("quarkus.rest-client.export-service.read-timeout", "2000");
        return config;
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

    /** A segment is removed when no export sends it, which only export-service knows. */
    @Override
    protected Response needNeighbour(String url) {
        if (segment == null) {
            segment = as("contributor")
                    .contentType("application/json")
                    .body("{\"displayName\":\"Listed\",\"profileIds\":[\"p-1\"]}")
                    .post(url + "/segments")
                    .path("id");
        }
        return as("contributor").header("If-Match", "*").delete(url + "/segments/" + segment);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.token(role));
    }
}
