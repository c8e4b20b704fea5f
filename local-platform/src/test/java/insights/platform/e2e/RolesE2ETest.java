package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import insights.platform.http.Answer;
import insights.platform.http.ApiClient;
import insights.platform.port.Port;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, with the tokens that Keycloak really issues. The services test the table cell by cell. */
@ExtendWith(SharedPlatform.class)
class RolesE2ETest {

    @ParameterizedTest
    @CsvSource({
        "viewer, GET, /segments, 200",
        "viewer, GET, /profiles/fields, 200",
        "viewer, GET, /exports, 200",
        "viewer, GET, /profiles, 403",
        "viewer, GET, /connections, 403",
        "viewer, POST, /refreshes, 403",
        "viewer, POST, /segments, 403",
        "contributor, GET, /connections, 200",
        "contributor, POST, /refreshes, 202",
        "contributor, GET, /profiles, 403",
        "contributor, GET, /connection-types, 403",
        "contributor, POST, /connections, 403",
        "contributor, GET, /connections/audit-events, 403",
        "contributor, GET, /exports/audit-events, 403",
        "admin, GET, /connection-types, 200",
        "admin, GET, /profiles, 200",
        "admin, GET, /connections/audit-events, 200",
        "admin, GET, /exports/audit-events, 200",
        "admin, POST, /refreshes, 202",
        "export-service, GET, /connections, 200",
        "export-service, GET, /connection-types, 403",
        "export-service, GET, /profiles, 403",
        "export-service, GET, /segments, 200",
        "destination-service, GET, /exports, 403",
        "destination-service, GET, /connections, 401",
        "destination-service, GET, /segments, 401",
        "segment-service, GET, /exports, 403",
        "segment-service, GET, /connections, 401",
        "segment-service, GET, /segments, 401",
        "platform, POST, /refreshes, 202",
        "platform, GET, /segments, 403",
        "platform, GET, /exports, 403",
        "platform, POST, /hooks/refresh-completed, 422",
        "segment-service, POST, /hooks/refresh-completed, 422",
        "export-service, POST, /hooks/refresh-completed, 401",
        "admin, POST, /hooks/refresh-completed, 403",
        "viewer, POST, /exports/runs, 403",
        "platform, POST, /exports/runs, 403",
        "nobody, POST, /hooks/refresh-completed, 401",
        "nobody, GET, /segments, 401",
        "nobody, GET, /connections, 401",
        "nobody, GET, /exports, 401"
    })
    void mayOrMayNot(String who, String method, String path, int status, Workbench workbench) {
        ApiClient api = client(who, workbench);

        Answer answer = method.equals("GET") ? api.get(path) : api.post(path, Map.of());

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"admin", "export-service", "nobody"})
    void theGatewayLeadsNobodyToInternalPaths(String who, Workbench workbench) {
        String path = "/internal/connections/01980000-0000-7000-8000-000000000000/api-key";

        assertThat(client(who, workbench).get(path).status()).isEqualTo(404);
        assertThat(client(who, workbench).get("/connections/.." + path).status())
                .isEqualTo(404);
    }

    /** Where the gateway does not lead, each path is for the one service that it is made for: none is there, or 200. */
    @ParameterizedTest
    @CsvSource({
        "DESTINATION_SERVICE, /internal/connections/{id}, export-service, 404",
        "DESTINATION_SERVICE, /internal/connections/{id}/api-key, export-service, 404",
        "EXPORT_SERVICE, /internal/exports?connectionId={id}, destination-service, 200"
    })
    void internalPathsAreForOneServiceEach(Port service, String path, String allowed, int status, Workbench workbench) {
        URI at = workbench.platform().ports().url(service);
        String target = path.replace("{id}", "01980000-0000-7000-8000-000000000000");
        for (String who : List.of("admin", "contributor", "viewer")) {
            String token = workbench.platform().signIn(who);
            assertThat(ApiClient.withToken(at, token).get(target).status())
                    .as(who)
                    .isEqualTo(403);
        }
        for (String who : List.of("destination-service", "segment-service", "export-service", "platform")) {
            String token = Tokens.ofService(workbench.platform().keycloak(), who);
            int answer = ApiClient.withToken(at, token).get(target).status();
            if (who.equals(allowed)) {
                assertThat(answer).as(who).isEqualTo(status);
            } else {
                // 401 where Keycloak gives the service no token for the other one at all.
                assertThat(answer).as(who).isIn(401, 403);
            }
        }
        assertThat(ApiClient.withToken(at, "").get(target).status()).isEqualTo(401);
    }

    @Test
    void aTokenForOneServiceIsOfNoUseAtAnother(Workbench workbench) {
        ApiClient platform = client("platform", workbench);

        assertThat(platform.get("/connections").status()).isEqualTo(401);
    }

    private static ApiClient client(String who, Workbench workbench) {
        return switch (who) {
            case "admin", "contributor", "viewer" -> workbench.as(who);
            case "nobody" -> workbench.withToken("");
            default -> workbench.withToken(Tokens.ofService(workbench.platform().keycloak(), who));
        };
    }
}
