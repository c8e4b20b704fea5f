package insights.destination.keycloak;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import insights.destination.Neighbours;

/** What Keycloak 26.5 answers about people. */
final class KeycloakAnswers {

    private static final String EVERYBODY = "{\"id\":\"1\",\"name\":\"default-roles-insights\",\"composite\":true}";

    private KeycloakAnswers() {}

    static void administrator(String subject) {
        user(
                subject,
                okJson("{\"id\":\"7\",\"username\":\"somebody\",\"enabled\":true,\"access\":{\"manage\":false}}"));
        roles(subject, okJson("[%s,{\"id\":\"2\",\"name\":\"admin\",\"clientRole\":false}]".formatted(EVERYBODY)));
    }

    static void disabled(String subject) {
        user(subject, okJson("{\"id\":\"7\",\"username\":\"somebody\",\"enabled\":false}"));
    }

    static void noAdministrator(String subject) {
        roles(subject, okJson("[%s,{\"id\":\"3\",\"name\":\"viewer\"}]".formatted(EVERYBODY)));
    }

    /** As releases after 26.5 do for those who may not see the realm. */
    static void rolesHidden(String subject) {
        roles(subject, okJson("[]"));
    }

    static void gone(String subject) {
        user(subject, aResponse().withStatus(404).withBody("{\"error\":\"User not found\"}"));
    }

    static void user(String subject, ResponseDefinitionBuilder answer) {
        register(path(subject), answer);
    }

    static void roles(String subject, ResponseDefinitionBuilder answer) {
        register(path(subject) + "/role-mappings/realm/composite", answer);
    }

    static String path(String subject) {
        return "/keycloak/admin/realms/insights/users/" + subject;
    }

    private static void register(String path, ResponseDefinitionBuilder answer) {
        Neighbours.wireMock()
                .register(get(urlEqualTo(path)).willReturn(answer.withHeader("Content-Type", "application/json")));
    }
}
