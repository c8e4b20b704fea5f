package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.platform.Build;
import insights.platform.LocalPlatform;
import insights.platform.console.Steps;
import insights.platform.port.Port;
import insights.platform.port.Ports;
import insights.platform.process.PlatformFailure;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A start that fails half-way, when other things are up already. */
@Order(1)
class FailedStartE2ETest {

    @TempDir
    Path work;

    @Test
    @Timeout(120)
    void showsWhyAndLeavesNothing() {
        Ports ports = Ports.freeExcept(Map.of());
        Steps quiet = new Steps(new PrintStream(OutputStream.nullOutputStream()));
        Map<String, String> noDatabase = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:%d/x".formatted(ports.of(Port.GATEWAY)));

        try (LocalPlatform platform = new LocalPlatform(Build.ofThisProject(), ports, work, quiet, noDatabase)) {
            assertThatThrownBy(platform::start)
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessageContaining("-service ended with status 1 before it was ready")
                    .hasMessageContaining("Unable to obtain connection from database");
        }

        assertThat(ports.conflicts()).isEmpty();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }
}
