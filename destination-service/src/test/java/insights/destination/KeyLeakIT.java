package insights.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The log of the packaged service, at its most talkative, after all the tests that ran against it: tests without Quarkus
 * come last.
 */
class KeyLeakIT {

    private static final Path LOG = Path.of("target/quarkus.log");

    @Test
    void theLogHoldsNoKey() throws IOException {
        try (Stream<String> lines = Files.lines(LOG)) {
            assertThat(lines.filter(line -> line.contains(TestKeys.PREFIX))).isEmpty();
        }
    }

    @Test
    void theLogIsThatOfTheWholeSuiteAtItsMostTalkative() throws IOException {
        assertThat(Files.readString(LOG))
                .contains("DEBUG", "insert into api_key", "urn:insights:problem:api-key-refused");
    }
}
