package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.platform.Build;
import insights.platform.LocalPlatform;
import insights.platform.console.Steps;
import insights.platform.port.Ports;
import insights.platform.process.PlatformFailure;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A start that fails half-way, when other things are up already. */
@Order(1)
class FailedStartE2ETest {

    /** It stays: other platforms of this JVM start PostgreSQL's programs that were unpacked here first. */
    private final Path work = Build.ofThisProject().root().resolve("local-platform/target/failed-start");

    @Test
    @Timeout(300)
    void showsWhyAndLeavesNothing() {
        Ports ports = Ports.freeExcept(Map.of());
        Steps quiet = new Steps(new PrintStream(OutputStream.nullOutputStream()));
        Map<String, String> noTable =
                Map.of("QUARKUS_DATASOURCE_JDBC_NEW_CONNECTION_SQL", "select 1 from no_such_table");

        try (LocalPlatform platform = new LocalPlatform(Build.ofThisProject(), ports, work, quiet, noTable)) {
            assertThatThrownBy(platform::start)
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessageMatching("(?s)\\w+-service ended with status 1 before it was ready\\. "
                            + "[^\\n]*no_such_table[^\\n]* The end of .*");
        }

        assertThat(ports.conflicts()).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    @Timeout(300)
    void saysWhatItStillWaitsForWhenItWasNotToWaitLonger() {
        Steps quiet = new Steps(new PrintStream(OutputStream.nullOutputStream()));

        try (Ports ports = Ports.freeExcept(Map.of());
                LocalPlatform platform = new LocalPlatform(Build.ofThisProject(), ports, work, quiet, Map.of())) {
            assertThatThrownBy(() -> platform.start(Duration.ofSeconds(2)))
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessageContaining("Not everything was up after 2 seconds: still waiting for ")
                    .hasMessageContaining("Keycloak (")
                    .hasMessageContaining("ARGS=--timeout=N");
        }

        assertNothingIsLeft();
    }

    /** Every process of the platform has a path in the work folder in its command line. */
    private void assertNothingIsLeft() {
        assertThat(ProcessHandle.current()
                        .descendants()
                        .flatMap(process -> process.info().commandLine().stream())
                        .filter(command -> command.contains(work.toString())))
                .isEmpty();
    }
}
