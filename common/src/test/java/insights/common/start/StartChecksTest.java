package insights.common.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service in production does not start with. Outside of Quarkus everything counts as production. */
class StartChecksTest {

    private static final String KEY = "insights.ledger.key";
    private static final String RANDOM = "q3J9fW2mZx7Kc0TnB5vLr8YhDs4Gp6Ae";

    private static final Map<String, String> RIGHT = Map.of(
            "quarkus.oidc.auth-server-url", "https://id.example.com/realms/insights",
            "quarkus.oidc-client.auth-server-url", "https://id.example.com/realms/insights",
            "quarkus.oidc-client.token-path", "/protocol/openid-connect/token",
            "quarkus.oidc-client.credentials.secret", "a secret of the client",
            "quarkus.rest-client.segment-service.url", "http://segment-service:8082");

    @Test
    void startsWithWhatIsRight() {
        assertThat(faults(Map.of())).isEmpty();
        assertThatCode(() -> new StartChecks(List.of(() -> List.of())).onStart(null))
                .doesNotThrowAnyException();
    }

    /** Case P02. */
    @Test
    void saysEverythingAtOnce() {
        StartCheck one = () -> List.of("A is missing: give it.");
        StartCheck two = () -> List.of("B is too short: make it longer.", "C is wrong: right it.");
        assertThatThrownBy(() -> new StartChecks(List.of(one, two)).onStart(null))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("3 faults: A is missing: give it. B is too short: make it longer. C is wrong: right it.");
        assertThatThrownBy(() -> new StartChecks(List.of(one)).onStart(null)).hasMessage("A is missing: give it.");
    }

    /** Case P07. */
    @Test
    void writesNothingDownWhenAnythingIsWrong() {
        List<String> settled = new ArrayList<>();
        StartCheck keeps = new StartCheck() {
            @Override
            public List<String> faults() {
                return List.of();
            }

            @Override
            public List<String> settle() {
                settled.add("written");
                return List.of("Another replica was quicker.");
            }
        };
        StartCheck wrong = () -> List.of("A is missing: give it.");
        assertThatThrownBy(() -> new StartChecks(List.of(keeps, wrong)).onStart(null))
                .hasMessage("A is missing: give it.");
        assertThat(settled).isEmpty();
        assertThatThrownBy(() -> new StartChecks(List.of(keeps)).onStart(null))
                .hasMessage("Another replica was quicker.");
        assertThat(settled).hasSize(1);
    }

    /** Cases P01, P03, P06. */
    @ParameterizedTest
    @CsvSource({
        "quarkus.oidc-client.credentials.secret, '', is missing",
        "quarkus.oidc.auth-server-url, '', is missing",
        "quarkus.oidc.auth-server-url, http://identity-provider.invalid, is missing",
        "quarkus.oidc.auth-server-url, http://id.example.com/realms/insights, must begin with https",
        "quarkus.oidc.jwks-path, http://id.example.com/keys, must begin with https",
        "insights.export-users.keycloak, http://id.example.com/admin/realms/insights, must begin with https",
        "quarkus.oidc-client.token-path, http://id.example.com/token, must begin with https",
        "quarkus.oidc.tls.verification, none, hands out roles",
        "quarkus.oidc-client.tls.verification, NONE, hands out roles",
        "quarkus.oidc-client.tls.verification, certificate-validation, hands out roles",
        "quarkus.oidc.partner.tls.verification, none, hands out roles",
        "quarkus.tls.trust-all, true, leave it out",
        "quarkus.tls.corporate.trust-all, true, leave it out",
        "QUARKUS_TLS_CORPORATE_TRUST_ALL, true, leave it out",
        "quarkus.tls.corporate.hostname-verification-algorithm, NONE, leave it out",
        "quarkus.oidc.tls.trust-all, true, leave it out",
        "quarkus.rest-client.segment-service.verify-host, false, leave it out",
        "quarkus.rest-client.segment-service.url, http://segment-service.invalid, is missing",
    })
    void refuses(String name, String value, String why) {
        assertThat(faults(Map.of(name, value)))
                .singleElement()
                .asString()
                .startsWith(name)
                .contains(why);
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.oidc.auth-server-url, http://localhost:8180/realms/insights",
        "quarkus.oidc.auth-server-url, http://127.0.0.1:8180/realms/insights",
        "quarkus.oidc.tls.verification, required",
        "quarkus.tls.trust-all, false",
        "quarkus.tls.corporate.hostname-verification-algorithm, HTTPS",
        "quarkus.rest-client.segment-service.verify-host, true",
        "quarkus.rest-client.segment-service.url, http://segment_service:8082",
    })
    void takes(String name, String value) {
        assertThat(faults(Map.of(name, value))).isEmpty();
    }

    @Test
    void takesOtherProofsOfTheClientThanASecret() {
        String secret = "quarkus.oidc-client.credentials.secret";
        assertThat(faults(Map.of(secret, "", "quarkus.oidc-client.credentials.jwt.key-file", "/keys/client.pem")))
                .isEmpty();
        assertThat(faults(Map.of(secret, "", "quarkus.oidc-client.credentials.client-secret.value", "one more")))
                .isEmpty();
    }

    @Test
    void takesAProviderWithoutTlsFromWhoeverSaysSo() {
        String http = "http://keycloak-service:8080/realms/insights";
        assertThat(faults(Map.of("quarkus.oidc.auth-server-url", http, "insights.identity.allow-http", "true")))
                .isEmpty();
    }

    /** Case P06. */
    @Test
    void refusesKeysThatProtectNothing() {
        assertThat(key(RANDOM, Map.of())).isEmpty();
        assertThat(key("", Map.of())).containsExactly(KEY + " is missing: give it at least 32 random characters.");
        assertThat(key("short", Map.of()))
                .containsExactly(KEY + " is too short: give it at least 32 random characters.");
        assertThat(key("a".repeat(32), Map.of()))
                .singleElement()
                .asString()
                .contains("hardly any different characters");
        assertThat(key("the one of the tests, everybody knows", Map.of()))
                .singleElement()
                .asString()
                .contains("for development and tests");
        assertThat(key(RANDOM, Map.of("insights.erasure.key", RANDOM)))
                .containsExactly(KEY + " and insights.erasure.key are the same: give each a secret of its own.");
    }

    private static List<String> key(String key, Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(others);
        settings.put(KEY, key);
        return new SecretText(new Settings(config(settings))).faults(KEY, "the one of the tests, everybody knows");
    }

    private static List<String> faults(Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(RIGHT);
        all.putAll(changes);
        Config config = config(all);
        Settings settings = new Settings(config);
        List<String> faults = new ArrayList<>(new IdentityCheck(settings).faults());
        faults.addAll(new NeighbourCheck(settings, config).faults());
        faults.addAll(new TrustCheck(settings, config).faults());
        return faults;
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
