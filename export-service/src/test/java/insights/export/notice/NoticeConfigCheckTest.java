package insights.export.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With which settings the service starts. */
class NoticeConfigCheckTest {

    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void takesNoNoticesAtAll() {
        assertThat(faults(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/hook", "http://localhost:8080/hook", "http://127.0.0.1/hook"})
    void takesAddressesThatNobodyCanReadOnTheWayTo(String url) {
        assertThat(faults(Map.of("url", url, "secret", SECRET))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/hook", "ftp://example.com/hook", "localhost", "http:example.com"})
    void refusesOthers(String url) {
        assertThat(faults(Map.of("url", url, "secret", SECRET)))
                .singleElement(STRING)
                .contains("https://");
    }

    @Test
    void takesPlainAddressesWhenToldSo() {
        Map<String, String> plain = Map.of("url", "http://alerts.svc/hook", "secret", SECRET, "allow-http", "true");
        assertThat(faults(plain)).isEmpty();
    }

    @Test
    void refusesAnAddressWithoutSecret() {
        assertThat(faults(Map.of("url", "https://example.com/hook")))
                .singleElement(STRING)
                .contains("insights.notices.secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "whsec_", "whsec_c2hvcnQ=", "whsec_not base64 not base64 not base64 not base64"})
    void refusesSecretsThatProtectNothing(String secret) {
        assertThat(faults(Map.of("url", "https://example.com/hook", "secret", secret)))
                .containsExactly("insights.notices.secret must be whsec_ followed by 24 to 64 random bytes in base64");
    }

    private static List<String> faults(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>();
        settings.forEach((name, value) -> named.put("insights.notices." + name, value));
        NoticeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(NoticeConfig.class)
                .withSources(new PropertiesConfigSource(named, "test", 100))
                .build()
                .getConfigMapping(NoticeConfig.class);
        return new NoticeConfigCheck(config).faults();
    }
}
