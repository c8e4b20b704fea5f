package insights.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.k8s.manifest.Kubectl;
import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Overlay;
import insights.k8s.manifest.Project;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in two places, because the programs on both sides must know it, is the same in both. */
class LocalOverlayTest {

    private static final String CONSOLE = "local-platform/src/main/resources/keycloak/console-client.json";
    private static final String AFTER_SIGN_OUT = "post.logout.redirect.uris";
    private static final String REALM = "local-platform/src/main/resources/keycloak/insights-realm.json";

    @Test
    void hasTheRealmOfTheLocalPlatform() {
        assertThat(json("k8s/overlays/local/insights-realm.json")).isEqualTo(localRealm());
    }

    /** But for people, and the client of command lines. */
    @Test
    void theRealmOfTheKeycloakComponentIsThatOfTheLocalPlatform() {
        JsonNode local = localRealm();
        JsonNode component = json("k8s/components/keycloak/realm.yaml").at("/spec/realm");

        for (String same : List.of("roles", "internationalizationEnabled", "supportedLocales", "defaultLocale")) {
            assertThat(component.path(same)).as(same).isEqualTo(local.path(same));
        }
        assertThat(component.path("users")).isEqualTo(only(local.path("users"), "serviceAccountClientId"));
        assertThat(withoutPlaces(component.path("clients")))
                .isEqualTo(withoutPlaces(only(local.path("clients"), "secret")));
    }

    /** A code is sent to the one address that takes it, and people who signed out to the pages. */
    @Test
    void theConsoleOfTheKeycloakComponentIsAtOneAddress() {
        JsonNode console = list(json("k8s/components/keycloak/realm.yaml").at("/spec/realm/clients"))
                .getLast();
        String host = json("k8s/components/ingress/ingress.yaml")
                .at("/spec/rules/0/host")
                .asText();
        assertThat(console.path("redirectUris"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "https://" + host + Project.setting("console", "quarkus.oidc.authentication.redirect-path"));
        assertThat(console.path("attributes").path(AFTER_SIGN_OUT).asText())
                .isEqualTo("https://" + host + Project.setting("console", "quarkus.oidc.logout.post-logout-path"));
    }

    @Test
    void theConsoleAndTheIdentityProviderHaveTheSameSecret() throws IOException {
        assumeTrue(Kubectl.isThere(), "The manifests were not tried: there is no kubectl, and no npm to get one with.");
        Manifests manifests = Manifests.of(new Overlay("local"));
        Properties console = properties(secret(manifests, "console"));
        assertThat(console.getProperty("quarkus.oidc.credentials.secret"))
                .isEqualTo(secret(manifests, "keycloak").get("CONSOLE_SECRET"))
                .isNotEqualTo(console.getProperty("insights.console.session-secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"destination", "segment", "export"})
    void bothSidesHaveTheSamePasswords(String service) throws IOException {
        assumeTrue(Kubectl.isThere(), "The manifests were not tried: there is no kubectl, and no npm to get one with.");
        Manifests manifests = Manifests.of(new Overlay("local"));
        Map<String, String> database = secret(manifests, service + "-database");
        Properties itself = properties(secret(manifests, service + "-service"));
        Properties owner = properties(secret(manifests, service + "-service-owner"));
        String client = service.toUpperCase(Locale.ROOT) + "_SERVICE_SECRET";

        assertThat(itself.getProperty("quarkus.datasource.password")).isEqualTo(database.get("service"));
        assertThat(owner.getProperty("quarkus.flyway.password")).isEqualTo(database.get("owner"));
        assertThat(database.get("names")).isEqualTo("NAME=" + service);
        assertThat(itself.getProperty("quarkus.oidc-client.credentials.secret"))
                .isEqualTo(secret(manifests, "keycloak").get(client));
    }

    /** As local-platform puts it together. */
    private static JsonNode localRealm() {
        JsonNode realm = json(REALM);
        ((ArrayNode) realm.path("clients")).add(json(CONSOLE));
        return realm;
    }

    private static JsonNode json(String path) {
        return Manifests.parse(Project.text(path)).getFirst();
    }

    /** Where people are sent back to depends on where an installation is. */
    private static JsonNode withoutPlaces(JsonNode clients) {
        JsonNode copy = clients.deepCopy();
        copy.forEach(client -> {
            ((ObjectNode) client).remove("redirectUris");
            if (client.has("attributes")) {
                ((ObjectNode) client.path("attributes")).remove(AFTER_SIGN_OUT);
            }
        });
        return copy;
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    private static JsonNode only(JsonNode array, String having) {
        return JsonNodeFactory.instance
                .arrayNode()
                .addAll(list(array).stream().filter(one -> one.has(having)).toList());
    }

    private static Map<String, String> secret(Manifests manifests, String name) {
        Map<String, String> values = new HashMap<>();
        manifests.all(Secret.class).stream()
                .filter(secret -> secret.getMetadata().getName().matches(name + "-[a-z0-9]{10}"))
                .forEach(secret -> secret.getData()
                        .forEach((key, value) -> values.put(
                                key, new String(Base64.getMimeDecoder().decode(value), StandardCharsets.UTF_8))));
        return values;
    }

    private static Properties properties(Map<String, String> secret) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(secret.get("application.properties")));
        return properties;
    }
}
