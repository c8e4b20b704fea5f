package insights.destination;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static org.assertj.core.api.Assertions.assertThat;

import insights.destination.connection.AutopilotAnswers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The role table of design.md §2, cell by cell: every operation with every role. */
@QuarkusTest
class RoleTableTest {

    private static final List<String> ROLES = List.of(
            "viewer",
            "contributor",
            "admin",
            "export-service",
            "segment-service",
            "destination-service",
            "platform",
            "unheard-of");

    /** By operation, the roles that may; all others get 403. */
    private static final String TABLE = """
            GET    /connection-types                      admin
            GET    /consent-texts/current                 admin
            GET    /consent-texts/{version}               admin
            GET    /connections                           contributor admin export-service
            POST   /connections                           admin
            GET    /connections/{id}                      contributor admin
            PATCH  /connections/{id}                      admin
            DELETE /connections/{id}                      admin
            PUT    /connections/{id}/api-key              admin
            POST   /connections/{id}/test                 admin
            POST   /connections/{id}/consent              admin
            DELETE /connections/{id}/consent              admin
            GET    /connections/{id}/fields               contributor admin
            GET    /connections/{id}/consent-records      admin
            PUT    /connections/{id}/export-user          admin
            DELETE /connections/{id}/export-user          admin
            GET    /connections/audit-events              admin
            GET    /connections/audit-events.csv          admin
            GET    /internal/connections/{id}             export-service
            GET    /internal/connections/{id}/api-key     export-service
            GET    /internal/connections/{id}/fields      export-service
            PUT    /internal/connections/{id}/attention   export-service
            """;

    @Test
    void everyOperationIsForItsRolesOnly() {
        AutopilotAnswers.acceptAllKeys();
        String id = connected();
        Neighbours.wireMock()
                .register(get(urlPathEqualTo("/export-service/internal/exports"))
                        .withQueryParam("connectionId", equalTo(id))
                        .willReturn(okJson("{\"items\":[{\"id\":\"" + id + "\",\"displayName\":\"In use\"}]}")));
        TABLE.lines().forEach(line -> {
            String[] cells = line.split(" +");
            String path = cells[1].replace("{id}", id).replace("{version}", "1");
            Set<String> allowed = Set.of(Arrays.copyOfRange(cells, 2, cells.length));
            for (String role : ROLES) {
                int status = as(role).request(cells[0], path).statusCode();
                // A body is missing where one is needed: whoever may is told so, and nothing is changed.
                assertThat(status == 403)
                        .as("%s %s as %s: %d", cells[0], cells[1], role, status)
                        .isEqualTo(!allowed.contains(role));
                assertThat(status).isNotIn(401, 405, 415, 500);
            }
            as("none").auth().none().request(cells[0], path).then().statusCode(401);
        });
    }

    @Test
    void theTableHasEveryOperation() {
        Map<String, Map<String, Object>> paths = as("admin")
                .queryParam("format", "JSON")
                .get("/openapi/destination-service")
                .path("paths");
        Set<String> operations = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet()
                .forEach(method -> operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        Set<String> tested = new TreeSet<>();
        // What services tell each other is in no document.
        TABLE.lines()
                .map(line -> line.split(" +"))
                .filter(cells -> !cells[1].startsWith("/internal"))
                .forEach(cells -> tested.add(cells[0] + " " + cells[1]));
        assertThat(tested).isEqualTo(operations);
    }
}
