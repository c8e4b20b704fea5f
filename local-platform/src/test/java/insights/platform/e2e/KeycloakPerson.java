package insights.platform.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.platform.http.ApiClient;
import insights.platform.identity.Keycloak;
import insights.platform.identity.Realm;
import insights.platform.identity.SignIn;
import insights.platform.identity.User;
import java.util.List;
import java.util.Map;

/** A person of a test's own, who is administrator as a member of a group, as Keycloak's administrator sees them. */
final class KeycloakPerson {

    private static final String PASSWORD = "of a person who is made for a test";

    private final Keycloak keycloak;
    private final String name;
    private final String group;

    KeycloakPerson(Keycloak keycloak, String name) {
        this.keycloak = keycloak;
        this.name = name;
        api().post("/groups", Map.of("name", name)).succeeded();
        group = id("/groups?exact=true&search=" + name);
        JsonNode role = api().get("/roles/admin").succeeded().json();
        api().post("/groups/" + group + "/role-mappings/realm", List.of(role)).succeeded();
        api().post(
                        "/users",
                        Map.of(
                                "username",
                                name,
                                "enabled",
                                true,
                                "firstName",
                                "Grace",
                                "lastName",
                                "Group",
                                "email",
                                name + "@example.com",
                                "emailVerified",
                                true,
                                "credentials",
                                List.of(Map.of("type", "password", "value", PASSWORD))))
                .succeeded();
        becomesAdministrator();
    }

    String token() {
        return new SignIn(keycloak.issuer(), Realm.COMMAND_LINE).token(new User(name, PASSWORD, "admin"));
    }

    void isEnabled(boolean enabled) {
        ObjectNode user = (ObjectNode) api().get(path()).succeeded().json();
        api().put(path(), user.put("enabled", enabled)).succeeded();
    }

    void becomesAdministrator() {
        api().put(path() + "/groups/" + group).succeeded();
    }

    void isNoAdministratorAnyMore() {
        api().delete(path() + "/groups/" + group).succeeded();
    }

    void isRemoved() {
        api().delete(path()).succeeded();
    }

    String path() {
        return "/users/" + id("/users?exact=true&username=" + name);
    }

    private String id(String search) {
        return api().get(search).succeeded().json().get(0).get("id").textValue();
    }

    private ApiClient api() {
        return ApiClient.withToken(keycloak.admin(), Tokens.ofAdministrator(keycloak));
    }
}
