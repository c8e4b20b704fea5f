package insights.segment;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.OidcResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, cell by cell ({@code design.md} §2). */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class RoleTableTest {

    private static final List<String> ROLES = List.of(
            "viewer", "contributor", "admin", "export-service", "platform", "segment-service", "nobody-we-know");

    private static final String ID = "00000000-0000-7000-8000-000000000000";

    @ParameterizedTest
    @CsvSource({
        "POST,   /profile-imports,               admin platform",
        "GET,    /profile-imports,               admin platform",
        "GET,    /profile-imports/{id},          admin platform",
        "GET,    /profile-imports/{id}/rejections, admin platform",
        "GET,    /profile-imports/{id}/rejections.csv, admin platform",
        "POST,   /profile-imports/preview,       admin platform",
        "DELETE, /profile-imports/{id},          admin platform",
        "GET,    /profiles,                      admin",
        "GET,    /profiles/role-1,               admin",
        "DELETE, /profiles/role-1,               admin",
        "POST,   /internal/profiles,             export-service",
        "POST,   /internal/profiles/opt-outs,    export-service",
        "POST,   /internal/member-counts,        export-service",
        "PUT,    /profiles/role-1/opt-out,       admin",
        "PATCH,  /profiles/fields/role_1,        admin",
        "GET,    /profiles/fields,               viewer contributor admin export-service",
        "GET,    /profiles/fields/role_1,        viewer contributor admin export-service",
        "GET,    /segments,                      viewer contributor admin export-service",
        "GET,    /segments/{id},                 viewer contributor admin export-service",
        "POST,   /segments,                      contributor admin",
        "PATCH,  /segments/{id},                 contributor admin",
        "DELETE, /segments/{id},                 contributor admin",
        "POST,   /segments/{id}/duplicate,       contributor admin",
        "GET,    /segments/{id}/sample,          contributor admin",
        "GET,    /segments/{id}/sizes,           viewer contributor admin",
        "GET,    /profiles/fields/role/values,   contributor admin",
        "POST,   /segments/preview,              contributor admin",
        "POST,   /segments/{id}/preview,         contributor admin",
        "GET,    /segments/members?segments={id}, admin export-service",
        "GET,    /segments/audit-events,         admin",
        "GET,    /segments/audit-events.csv,     admin",
        "POST,   /refreshes,                     contributor admin platform",
        "GET,    /refreshes,                     viewer contributor admin export-service platform",
        "GET,    /refreshes/{id},                viewer contributor admin export-service platform",
        "GET,    /refreshes/schedule,            viewer contributor admin",
        "PUT,    /refreshes/schedule,            admin",
    })
    void letsInWhoMayAndNobodyElse(String method, String path, String allowed) {
        List<String> mayDo = Arrays.asList(allowed.split(" "));
        for (String role : ROLES) {
            int status = request(SegmentService.as(role), path)
                    .request(method, path.replace("{id}", ID))
                    .statusCode();
            if (mayDo.contains(role)) {
                assertThat(status).as(role).isNotIn(401, 403).isLessThan(500);
            } else {
                assertThat(status).as(role).isEqualTo(403);
            }
        }
        int status = request(RestAssured.given(), path)
                .request(method, path.replace("{id}", ID))
                .statusCode();
        assertThat(status).as("without a token").isEqualTo(401);
    }

    /** Bodies are wrong on purpose: whoever is let in changes nothing. */
    private static RequestSpecification request(RequestSpecification request, String path) {
        return path.equals("/profile-imports")
                ? request.contentType("text/csv")
                : path.startsWith("/segments")
                                || path.startsWith("/profiles/fields/")
                                || path.contains("/opt-out")
                                || path.equals("/internal/member-counts")
                                || path.equals("/refreshes/schedule")
                        ? request.contentType("application/json")
                        : request;
    }
}
