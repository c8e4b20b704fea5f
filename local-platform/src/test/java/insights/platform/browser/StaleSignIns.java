package insights.platform.browser;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.http.ApiClient;
import insights.platform.identity.Keycloak;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Until it is ended, whoever signs in at the console seems to have done it years ago: nobody has to wait for five minutes. */
final class StaleSignIns {

    private static final String YEARS_AGO = "1700000000";

    private final ApiClient realm;
    private final String client;
    private final String basic;
    private final List<String> mappers = new ArrayList<>();

    StaleSignIns(Keycloak keycloak) {
        realm = ApiClient.withToken(keycloak.console().resolve("/admin/realms/insights"), administrator(keycloak));
        client = "/clients/"
                + realm.get("/clients?clientId=console")
                        .succeeded()
                        .json()
                        .get(0)
                        .get("id")
                        .textValue();
        String found = "";
        for (JsonNode scope :
                realm.get(client + "/default-client-scopes").succeeded().json()) {
            if (scope.get("name").textValue().equals("basic")) {
                found = scope.get("id").textValue();
            }
        }
        basic = client + "/default-client-scopes/" + found;
        // It would say the true time.
        realm.delete(basic).succeeded();
        add("sub", "oidc-sub-mapper", Map.of("access.token.claim", "true"));
        add(
                "auth_time",
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name", "auth_time",
                        "claim.value", YEARS_AGO,
                        "jsonType.label", "long",
                        "access.token.claim", "true",
                        "id.token.claim", "true"));
    }

    private void add(String name, String type, Map<String, String> config) {
        String models = client + "/protocol-mappers/models";
        realm.post(models, Map.of("name", name, "protocol", "openid-connect", "protocolMapper", type, "config", config))
                .succeeded();
        for (JsonNode mapper : realm.get(models).succeeded().json()) {
            if (mapper.get("name").textValue().equals(name)) {
                mappers.add(models + "/" + mapper.get("id").textValue());
            }
        }
    }

    /** From now on the true time is told. */
    void end() {
        mappers.forEach(mapper -> realm.delete(mapper).succeeded());
        realm.put(basic).succeeded();
    }

    private static String administrator(Keycloak keycloak) {
        URI address = keycloak.console().resolve("/realms/master");
        return ApiClient.withHeader(address, "Accept", "application/json")
                .post(
                        "/protocol/openid-connect/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=password&client_id=admin-cli&username=%s&password=%s"
                                .formatted(Keycloak.ADMINISTRATOR, keycloak.administratorPassword()))
                .succeeded()
                .json()
                .get("access_token")
                .textValue();
    }
}
