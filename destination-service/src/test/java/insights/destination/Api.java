package insights.destination;

import static io.restassured.RestAssured.given;

import insights.common.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The API as its callers use it. */
public final class Api {

    private Api() {}

    public static RequestSpecification as(String role) {
        return as(Tokens.of(role));
    }

    public static RequestSpecification as(Tokens token) {
        return given().filter(new NoKeyInResponses())
                .auth()
                .oauth2(token.sign())
                .contentType("application/json");
    }

    /** Somebody who changes things whatever version they have. */
    public static RequestSpecification anyVersion(String role) {
        return as(role).header("If-Match", "*");
    }

    public static RequestSpecification anyVersion(Tokens token) {
        return as(token).header("If-Match", "*");
    }

    /** A key like Autopilot's that no other test uses. All keys of the tests begin alike, so that they can be found. */
    public static String newKey() {
        return TestKeys.PREFIX
                + UUID.randomUUID().toString().replace("-", "").substring(0, 32 - TestKeys.PREFIX.length());
    }

    public static String newName() {
        return "Newsletter " + UUID.randomUUID();
    }

    public static Map<String, Object> consent() {
        return new LinkedHashMap<>(Map.of("textVersion", 1, "language", "it", "agreed", true));
    }

    /** What makes a connection that works; a test spoils what it is about. */
    public static Map<String, Object> connection() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("type", "AUTOPILOT");
        request.put("displayName", newName());
        request.put("apiKey", newKey());
        request.put("consent", consent());
        return request;
    }

    public static Response create(Map<String, Object> request) {
        return as("admin").body(request).post("/connections");
    }

    /** Makes a connection that works. */
    public static String connected() {
        return connected(connection());
    }

    public static String connected(Map<String, Object> request) {
        return create(request).then().statusCode(201).extract().path("id");
    }

    public static ValidatableResponse read(String id) {
        return as("admin").get("/connections/" + id).then().statusCode(200);
    }
}
