package insights.segment.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.common.address.EmailAddress;
import insights.common.sql.Database;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
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

    @Test
    void startsWithTheKeyOfTheDatabaseOnly() {
        assertThatCode(() -> key(OURS).check()).doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        key("another-secret-only-for-this-run-of-the-tests").check())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not the key that this database was written with");
        assertThatThrownBy(() -> key("short").check()).hasMessageContaining("shorter than 32");
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
                    public String key() {
                        return text;
                    }

                    @Override
                    public Duration maxWait() {
                        return Duration.ZERO;
                    }
                },
                database);
    }
}
