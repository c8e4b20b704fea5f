package insights.export.notice;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With which settings the service starts. */
class NoticeConfigCheckTest {

    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void takesNoNoticesAtAll() {
        assertThatCode(() -> start(Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/hook", "http://localhost:8080/hook", "http://127.0.0.1/hook"})
    void takesAddressesThatNobodyCanReadOnTheWayTo(String url) {
        assertThatCode(() -> start(Map.of("url", url, "secret", SECRET))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/hook", "ftp://example.com/hook", "localhost", "http:example.com"})
    void refusesOthers(String url) {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(Map.of("url", url, "secret", SECRET)))
                .withMessageContaining("https://");
    }

    @Test
    void takesPlainAddressesWhenToldSo() {
        Map<String, String> plain = Map.of("url", "http://alerts.svc/hook", "secret", SECRET, "allow-http", "true");
        assertThatCode(() -> start(plain)).doesNotThrowAnyException();
    }

    @Test
    void refusesAnAddressWithoutSecret() {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(Map.of("url", "https://example.com/hook")))
                .withMessageContaining("insights.notices.secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "whsec_", "whsec_c2hvcnQ=", "whsec_not base64 not base64 not base64 not base64"})
    void refusesSecretsThatProtectNothing(String secret) {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(Map.of("url", "https://example.com/hook", "secret", secret)))
                .withMessage("insights.notices.secret must be whsec_ followed by 24 to 64 random bytes in base64");
    }

    private static void start(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>();
        settings.forEach((name, value) -> named.put("insights.notices." + name, value));
        NoticeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(NoticeConfig.class)
                .withSources(new PropertiesConfigSource(named, "test", 100))
                .build()
                .getConfigMapping(NoticeConfig.class);
        new NoticeConfigCheck().onStart(null, config);
    }
}
