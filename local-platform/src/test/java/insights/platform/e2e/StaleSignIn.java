package insights.platform.e2e;

import insights.platform.http.ApiClient;
import insights.platform.identity.Keycloak;
import insights.platform.identity.Realm;
import insights.platform.identity.SignIn;
import insights.platform.identity.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Really signed tokens of people who signed in long ago, without having to wait: a second client of the realm writes an
 * old {@code auth_time} into them.
 */
final class StaleSignIn {

    private static final String CLIENT = "signed-in-long-ago";
    private static final String YEARS_AGO = "1700000000";

    private final Keycloak keycloak;

    StaleSignIn(Keycloak keycloak) {
        this.keycloak = keycloak;
        ApiClient.withToken(keycloak.console().resolve("/admin/realms/insights"), Tokens.ofAdministrator(keycloak))
                .post(
                        "/clients",
                        Map.of(
                                "clientId", CLIENT,
                                "publicClient", true,
                                "redirectUris", List.of("http://localhost:*"),
                                // Not "basic", which would say the true time.
                                "defaultClientScopes", List.of("profile", "roles"),
                                "protocolMappers",
                                        List.of(
                                                mapper("sub", "oidc-sub-mapper", Map.of()),
                                                mapper(
                                                        "audience",
                                                        "oidc-audience-mapper",
                                                        Map.of("included.custom.audience", "destination-service")),
                                                mapper(
                                                        "auth_time",
                                                        "oidc-hardcoded-claim-mapper",
                                                        Map.of(
                                                                "claim.name", "auth_time",
                                                                "claim.value", YEARS_AGO,
                                                                "jsonType.label", "long")))))
                .succeeded();
    }

    String token(String userName) {
        User user = new Realm()
                .users().stream()
                        .filter(one -> one.name().equals(userName))
                        .findFirst()
                        .orElseThrow();
        return new SignIn(keycloak.issuer(), CLIENT).token(user);
    }

    private static Map<String, Object> mapper(String name, String type, Map<String, String> config) {
        Map<String, String> all = new HashMap<>(config);
        all.put("access.token.claim", "true");
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", type, "config", all);
    }
}
