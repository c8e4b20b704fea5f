package insights.segment;

import static insights.common.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.startsWith;

import insights.common.testing.Fetch;
import insights.common.testing.Json;
import insights.common.testing.Tokens;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service as its callers use it, over HTTP. */
public final class SegmentService {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SegmentService() {}

    public static RequestSpecification as(String role) {
        return with(Tokens.token(role));
    }

    /** As whoever has the token. */
    public static RequestSpecification with(String token) {
        // REST Assured would add a charset that nobody chose.
        RestAssuredConfig asGiven = RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("text/csv", ContentType.TEXT)
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));
        return given().config(asGiven).auth().oauth2(token);
    }

    /** Imports a file and waits until that is over. */
    public static ValidatableResponse imported(String csv, String... parameters) {
        RequestSpecification request =
                as("platform").contentType("text/csv; charset=utf-8").body(csv);
        for (String parameter : parameters) {
            String[] pair = parameter.split("=", 2);
            request.queryParam(pair[0], pair[1]);
        }
        return finished("platform", request.post("/profile-imports"));
    }

    /** Waits until what the answer leads to is over. */
    public static ValidatableResponse finished(String role, Response accepted) {
        return finished(role, "", accepted);
    }

    /** The same at a service of an address of its own. */
    public static ValidatableResponse finished(String role, String address, Response accepted) {
        String location = address
                + accepted.then()
                        .statusCode(202)
                        .header("Location", startsWith("/"))
                        .extract()
                        .header("Location");
        String url = address.isEmpty() ? Fetch.address(location) : location;
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !"RUNNING".equals(Fetch.jsonAt(url, role).getString("status")));
        return as(role).get(location).then();
    }

    /** Makes a segment and answers its id. */
    public static String segment(String displayName, String rule) {
        return as("contributor")
                .contentType("application/json")
                .body("{\"displayName\":\"" + displayName + "\",\"rule\":" + rule + "}")
                .post("/segments")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static ValidatableResponse refreshed() {
        return finished("contributor", as("contributor").post("/refreshes"));
    }

    public static Response members(String segments, String fields, String after) {
        return as("export-service")
                .queryParam("segments", segments)
                .queryParam("fields", fields)
                .queryParam("after", after)
                .get("/segments/members");
    }

    /** The lines of a stream that is complete. */
    public static List<Map<String, Object>> lines(Response stream) {
        String body = stream.then().statusCode(200).extract().asString();
        List<Map<String, Object>> lines = new ArrayList<>();
        body.lines().forEach(line -> lines.add(Json.from(line).getMap("")));
        org.assertj.core.api.Assertions.assertThat(stream.header("X-Member-Count"))
                .isEqualTo("" + lines.size());
        return lines;
    }
}
