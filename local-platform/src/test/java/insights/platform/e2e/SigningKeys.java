package insights.platform.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.http.ApiClient;
import insights.platform.identity.Keycloak;
import java.util.List;
import java.util.Map;

/** The keys that Keycloak signs the realm's tokens with, as its administrator sees them. */
final class SigningKeys {

    private static final String KIND = "org.keycloak.keys.KeyProvider";

    private final Keycloak keycloak;

    SigningKeys(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** Adds one, with which Keycloak signs from then on. The others count on. */
    void add(String name) {
        String realm = all().get(0).get("parentId").textValue();
        api().post(
                        "/components",
                        Map.of(
                                "name", name,
                                "providerId", "rsa-generated",
                                "providerType", KIND,
                                "parentId", realm,
                                "config", Map.of("priority", List.of("900"), "algorithm", List.of("RS256"))))
                .succeeded();
    }

    /** Withdraws one. */
    void withdraw(String name) {
        for (JsonNode key : all()) {
            if (key.get("name").textValue().equals(name)) {
                api().delete("/components/" + key.get("id").textValue()).succeeded();
            }
        }
    }

    private JsonNode all() {
        return api().get("/components?type=" + KIND).succeeded().json();
    }

    private ApiClient api() {
        return ApiClient.withToken(
                keycloak.console().resolve("/admin/realms/insights"), Tokens.ofAdministrator(keycloak));
    }
}
