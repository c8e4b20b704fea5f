package insights.export.testing;

import static io.restassured.RestAssured.given;

import insights.common.testing.Fetch;
import insights.common.testing.Json;
import insights.common.testing.Patience;
import insights.common.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;

/**
 * The public API of the service, as a person uses it. What every test does again and again is asked and read by plain means:
 * REST Assured compiles a script for each value that it reads.
 */
public final class Api {

    private static final Duration OFTEN = Duration.ofMillis(25);

    private static final Set<String> GOING_ON = Set.of("QUEUED", "PROCESSING", "FAILED_RETRYING");

    private Api() {}

    public static RequestSpecification as(String role) {
        return with(Tokens.token(role));
    }

    /** As whoever has the token. */
    public static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
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
        return id(AtOnce.post("contributor", "/exports", request), 201);
    }

    /** Changes something, whatever version it has. */
    public static void change(String method, String path, Object body) {
        text(AtOnce.change("contributor", method, path, body), 200);
    }

    public static Response start(String export, boolean confirmRemovals) {
        return as("contributor")
                .body(Map.of("confirmRemovals", confirmRemovals))
                .post("/exports/" + export + "/runs");
    }

    /** Runs the export and waits for the end. */
    public static Json run(String export) {
        return run(export, Map.of());
    }

    /** The same with what is wanted of the run, for example {@code confirmRemovals}. */
    public static Json run(String export, Map<String, Object> wanted) {
        return end(export, started(export, wanted));
    }

    /** Begins a run of the export, and tells its id. */
    public static String started(String export, Map<String, Object> wanted) {
        return id(AtOnce.post("contributor", "/exports/" + export + "/runs", wanted), 202);
    }

    /** Waits until the run has ended. */
    public static Json end(String export, String run) {
        return until(export, run, status -> !GOING_ON.contains(status));
    }

    /** Waits until the run has a status like that. */
    public static Json until(String export, String run, java.util.function.Predicate<String> status) {
        String path = "/exports/" + export + "/runs/" + run;
        return until(path, read -> status.test(read.getString("status")));
    }

    /** Waits until the run at a path is like that. */
    public static Json until(String path, java.util.function.Predicate<Json> condition) {
        return often().until(() -> get(path), condition);
    }

    /** Waits until there is nothing at a path. */
    public static void untilGone(String path) {
        often().until(() -> Fetch.status("viewer", path) == 404);
    }

    private static ConditionFactory often() {
        return Patience.await().pollInterval(OFTEN);
    }

    public static Json get(String export, String run) {
        return get("/exports/" + export + "/runs/" + run);
    }

    /** Tells that a profile was erased, as segment-service does. @param addresses that it had; none where they are not told */
    public static void erased(String profile, String... addresses) {
        as("segment-service")
                .body(Map.of(
                        "profileIds",
                        List.of(profile),
                        "addresses",
                        addresses.length == 0 ? Map.of() : Map.of(profile, List.of(addresses))))
                .post("/hooks/profiles-erased")
                .then()
                .statusCode(202);
    }

    /** Tells that a connection was removed, as destination-service does. @param fate of its exports */
    public static void connectionRemoved(UUID connection, String fate) {
        as("destination-service")
                .body(Map.of("exports", fate, "by", Map.of("subject", "s", "name", "admin")))
                .post("/internal/connections/" + connection + "/removed")
                .then()
                .statusCode(204);
    }

    public static Json get(String path) {
        return Fetch.json("viewer", path);
    }

    private static String id(HttpRequest request, int status) {
        return Json.from(text(request, status)).getString("id");
    }

    private static String text(HttpRequest request, int status) {
        HttpResponse<String> answer = AtOnce.send(List.of(request)).getFirst();
        if (answer.statusCode() != status) {
            throw new AssertionError("%s %s was answered %d and not %d: %s"
                    .formatted(request.method(), request.uri(), answer.statusCode(), status, answer.body()));
        }
        return answer.body();
    }

    /** Reason by profile id. */
    public static Map<String, String> rejections(String export, String run) {
        String path = "/exports/" + export + "/runs/" + run + "/rejections?limit=200";
        Map<String, String> reasons = new LinkedHashMap<>();
        Fetch.json("contributor", path)
                .all("items")
                .forEach(item -> reasons.put(item.getString("profileId"), item.getString("reason")));
        return reasons;
    }
}
