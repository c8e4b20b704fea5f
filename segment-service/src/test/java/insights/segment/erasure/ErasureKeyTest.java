package insights.segment.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import insights.common.address.EmailAddress;
import insights.common.sql.Database;
import insights.common.start.SecretText;
import insights.common.start.Settings;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The key without which nobody would be recognised. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class ErasureKeyTest {

    private static final String OURS = "not-a-secret-only-for-this-run-of-the-tests";

    @Inject
    Database database;

    /** Case P04. */
    @Test
    void startsWithTheKeyOfTheDatabaseOnly() {
        assertThat(key(OURS).faults()).isEmpty();
        assertThat(key("another-secret-only-for-this-run-of-the-tests").faults())
                .singleElement(STRING)
                .contains("insights.erasure.key is not the key that this database was written with");
        assertThat(key("short").faults())
                .containsExactly("insights.erasure.key is too short: give it at least 32 random characters.");
        assertThat(key("").faults())
                .containsExactly("insights.erasure.key is missing: give it at least 32 random characters.");
        assertThat(key("a".repeat(40)).faults())
                .singleElement(STRING)
                .contains("insights.erasure.key has hardly any different characters");
    }

    @Test
    void makesOneFingerprintOfWhatIsOne() {
        Fingerprints fingerprints = key(OURS).fingerprints();
        assertThat(fingerprints.ofId("\ufeffc1")).isEqualTo(fingerprints.ofId("c1"));
        byte[] address =
                fingerprints.ofAddress(EmailAddress.parse("ann@example.com").orElseThrow());
        assertThat(fingerprints.ofAddress(
                        EmailAddress.parse("\u200bANN@Example.com ").orElseThrow()))
                .isEqualTo(address);
        assertThat(fingerprints.ofId("ann@example.com")).isNotEqualTo(address);
        assertThat(key("another-secret-only-for-this-run-of-the-tests")
                        .fingerprints()
                        .ofId("c1"))
                .isNotEqualTo(fingerprints.ofId("c1"));
    }

    private ErasureKey key(String text) {
        return new ErasureKey(
                new ErasureConfig() {
                    @Override
                    public Optional<String> key() {
                        return Optional.of(text);
                    }

                    @Override
                    public Duration maxWait() {
                        return Duration.ZERO;
                    }
                },
                new SecretText(new Settings(new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(Map.of("insights.erasure.key", text), "test", 100))
                        .build())),
                database);
    }
}
