package insights.export.testing;

import static io.restassured.RestAssured.given;

import insights.common.testing.Patience;
import insights.common.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The public API of the service, as a person uses it. */
public final class Api {

    private static final Set<String> GOING_ON = Set.of("QUEUED", "PROCESSING", "FAILED_RETRYING");

    private Api() {}

    public static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.token(role)).contentType(ContentType.JSON);
    }

    /** An export of the segments, with e-mail, first name and points, and a name of its own. */
    public static Map<String, Object> request(UUID connection, UUID... segments) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("displayName", "Newsletter " + UUID.randomUUID());
        request.put("connectionId", connection);
        request.put("segmentIds", Arrays.asList(segments));
        request.put(
                "dataMatching",
                List.of(
                        Map.of("target", "Email", "field", "email"),
                        Map.of("target", "FirstName", "field", "first_name"),
                        Map.of("target", "integer--Points", "field", "points")));
        return request;
    }

    public static String create(UUID connection, UUID... segments) {
        return create(request(connection, segments));
    }

    /** Makes an export, and tells its id. */
    public static String create(Map<String, Object> request) {
        return as("contributor")
                .body(request)
                .post("/exports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response start(String export, boolean confirmRemovals) {
        return as("contributor")
                .body(Map.of("confirmRemovals", confirmRemovals))
                .post("/exports/" + export + "/runs");
    }

    /** Runs the export and waits for the end. */
    public static JsonPath run(String export) {
        return end(export, start(export, false).then().statusCode(202).extract().path("id"));
    }

    /** Waits until the run has ended. */
    public static JsonPath end(String export, String run) {
        return until(export, run, status -> !GOING_ON.contains(status));
    }

    /** Waits until the run has a status like that. */
    public static JsonPath until(String export, String run, java.util.function.Predicate<String> status) {
        return until("/exports/" + export + "/runs/" + run, read -> status.test(read.getString("status")));
    }

    /** Waits until the run at a path is like that. */
    public static JsonPath until(String path, java.util.function.Predicate<JsonPath> condition) {
        return Patience.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> get(path), condition);
    }

    /** Waits until there is nothing at a path. */
    public static void untilGone(String path) {
        Patience.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> as("viewer").get(path).statusCode() == 404);
    }

    public static JsonPath get(String export, String run) {
        return get("/exports/" + export + "/runs/" + run);
    }

    public static JsonPath get(String path) {
        return as("viewer").get(path).then().statusCode(200).extract().jsonPath();
    }

    /** Reason by profile id. */
    public static Map<String, String> rejections(String export, String run) {
        List<Map<String, String>> items = as("contributor")
                .queryParam("limit", 200)
                .get("/exports/" + export + "/runs/" + run + "/rejections")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        Map<String, String> reasons = new LinkedHashMap<>();
        items.forEach(item -> reasons.put(item.get("profileId"), item.get("reason")));
        return reasons;
    }
}
