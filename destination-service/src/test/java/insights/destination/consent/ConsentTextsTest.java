package insights.destination.consent;

import static org.assertj.core.api.Assertions.assertThat;

import insights.destination.type.ConnectionType;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentTextsTest {

    private final ConsentTexts texts = new ConsentTexts(new ConsentConfig() {
        @Override
        public int currentVersion() {
            return 1;
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }
    });

    /** These hashes are in consent records: a text of them that changes is a lie. Publish a new version instead. */
    @ParameterizedTest
    @CsvSource({
        "EN, 8dc3d8486c6affd48b78fe1ceffc7d0c704c8c56ff19a103a11053884c0b4455",
        "IT, aed294871ba5770fdc1f346817aeb586d31b7efee0f8014d59c15f1e2ff2fa62",
        "ES, b398d830df12cc4d278142d5473fce308631025ec5bc8fdd4c47655b52a1e27c"
    })
    void publishedTextsNeverChange(Language language, String sha256) {
        assertThat(texts.current(language, ConnectionType.AUTOPILOT).sha256()).isEqualTo(sha256);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageSaysTheSameAboutAutopilot(Language language) {
        ConsentText text = texts.current(language, ConnectionType.AUTOPILOT);
        assertThat(text.title()).isNotBlank().doesNotContain("\n");
        assertThat(text.text().split("\n\n")).hasSize(3).allSatisfy(paragraph -> assertThat(paragraph)
                .hasSizeGreaterThan(100));
        assertThat(text.text()).contains("Autopilot");
    }
}
