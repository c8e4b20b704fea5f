package insights.console.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductionCheckTest {

    private static final Map<String, String> RIGHT = Map.of(
            "insights.console.session-secret", "a secret that nobody else knows, 42",
            "quarkus.oidc.credentials.secret", "another secret",
            "quarkus.oidc.auth-server-url", "https://id.example.com/realms/insights",
            "insights.services.url.destination-service", "http://destination-service:8081",
            "insights.services.url.segment-service", "http://segment-service:8082",
            "insights.services.url.export-service", "http://export-service:8083");

    @Test
    void saysNothingWhenAllIsThere() {
        assertThat(faults("unrelated", "")).isEmpty();
    }

    @Test
    void wantsASecretForSessions() {
        assertThat(faults("insights.console.session-secret", ""))
                .singleElement()
                .asString()
                .contains("insights.console.session-secret is missing");
        assertThat(faults("insights.console.session-secret", "short")).hasSize(1);
        assertThat(faults("insights.console.session-secret", "0".repeat(40))).hasSize(1);
        assertThat(faults("quarkus.oidc.credentials.secret", RIGHT.get("insights.console.session-secret")))
                .singleElement()
                .asString()
                .contains("are the same")
                .doesNotContain("nobody else knows");
    }

    @Test
    void wantsToKnowWhoSignsPeopleInAndWhereTheServicesAre() {
        assertThat(faults("quarkus.oidc.credentials.secret", "")).hasSize(1);
        assertThat(faults("quarkus.oidc.auth-server-url", "http://identity-provider.invalid"))
                .hasSize(1);
        assertThat(faults("quarkus.oidc.auth-server-url", "http://id.example.com"))
                .singleElement()
                .asString()
                .contains("must begin with https");
        assertThat(faults("quarkus.oidc.auth-server-url", "http://localhost:8180/realms/insights"))
                .isEmpty();
        assertThat(faults("insights.services.url.export-service", "http://export-service.invalid"))
                .singleElement()
                .asString()
                .contains("insights.services.url.export-service is missing");
    }

    @Test
    void takesAProviderWithoutTlsOnlyWhereTheWayThereIsSaidToBeProtected() {
        String inside = "http://keycloak:8080/realms/insights";
        assertThat(faults(Map.of("quarkus.oidc.auth-server-url", inside, "insights.identity.allow-http", "true")))
                .isEmpty();
        assertThat(faults(Map.of("quarkus.oidc.auth-server-url", inside, "insights.identity.allow-http", "false")))
                .singleElement()
                .asString()
                .contains("insights.identity.allow-http");
    }

    private static List<String> faults(String name, String value) {
        return faults(Map.of(name, value));
    }

    private static List<String> faults(Map<String, String> changed) {
        Map<String, String> settings = new HashMap<>(RIGHT);
        settings.putAll(changed);
        return new ProductionCheck(new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build())
                .faults();
    }
}
