package insights.export;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, cell by cell ({@code design.md} §2). */
@QuarkusTest
class RoleTableTest {

    private static final List<String> ROLES = List.of(
            "viewer",
            "contributor",
            "admin",
            "export-service",
            "platform",
            "segment-service",
            "destination-service",
            "nobody-we-know");

    private static final String ID = "00000000-0000-7000-8000-000000000000";

    @ParameterizedTest
    @CsvSource({
        "GET,    /exports,                               viewer contributor admin",
        "POST,   /exports,                               contributor admin",
        "GET,    /exports/{id},                          viewer contributor admin",
        "PATCH,  /exports/{id},                          contributor admin",
        "DELETE, /exports/{id},                          contributor admin",
        "POST,   /exports/{id}/duplicate,                contributor admin",
        "PUT,    /exports/{id}/connection,               contributor admin",
        "DELETE, /exports/{id}/connection,               contributor admin",
        "POST,   /exports/{id}/runs,                     contributor admin",
        "GET,    /exports/{id}/runs,                     viewer contributor admin",
        "GET,    /exports/{id}/runs/{id},                viewer contributor admin",
        "POST,   /exports/{id}/runs/{id}/cancel,         contributor admin",
        "GET,    /exports/{id}/runs/{id}/rejections,     contributor admin",
        "GET,    /exports/{id}/runs/{id}/rejections.csv, contributor admin",
        "POST,   /exports/{id}/sample,                   contributor admin",
        "POST,   /exports/sample,                        contributor admin",
        "POST,   /exports/matching-suggestion,           contributor admin",
        "GET,    /runs,                                  viewer contributor admin",
        "GET,    /exports/{id}/size,                     viewer contributor admin",
        "POST,   /exports/size,                          contributor admin",
        "POST,   /exports/{id}/preview,                  contributor admin",
        "POST,   /internal/export-counts,                segment-service destination-service",
        "POST,   /hooks/refresh-completed,               segment-service platform",
        "GET,    /internal/exports?connectionId={id},    destination-service",
        "POST,   /internal/connections/{id}/removed,     destination-service",
    })
    void letsInWhoMayAndNobodyElse(String method, String path, String allowed) {
        List<String> mayDo = Arrays.asList(allowed.split(" "));
        for (String role : ROLES) {
            int status = status(RestAssured.given().auth().oauth2(Tokens.token(role)), method, path);
            if (mayDo.contains(role)) {
                assertThat(status).as(role).isNotIn(401, 403).isLessThan(500);
            } else {
                assertThat(status).as(role).isEqualTo(403);
            }
        }
        assertThat(status(RestAssured.given(), method, path))
                .as("without a token")
                .isEqualTo(401);
    }

    /** Ids that are nobody's, and bodies that are wrong on purpose: whoever is let in changes nothing. */
    private static int status(RequestSpecification request, String method, String path) {
        RequestSpecification filled = path.startsWith("/exports/{id}/runs")
                ? request
                : request.contentType(ContentType.JSON).body("{}");
        return filled.request(method, path.replace("{id}", ID)).statusCode();
    }
}
