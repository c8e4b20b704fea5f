package insights.export.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.testing.Patience;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts the packaged Autopilot sandbox as a process of its own, on free ports. */
public class SandboxResource implements QuarkusTestResourceLifecycleManager {

    static final String API = "insights.test.sandbox.api";
    static final String CONTROL = "insights.test.sandbox.control";

    private Process process;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "sandbox"));
            Path ports = folder.resolve("ports-" + ProcessHandle.current().pid() + ".json");
            Files.deleteIfExists(ports);
            List<String> command = new ArrayList<>(program());
            command.addAll(
                    1, List.of("-Dquarkus.http.port=0", "-Dsandbox.control.port=0", "-Dsandbox.ports-file=" + ports));
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("sandbox.log").toFile())
                    .start();
            Patience.await().atMost(Duration.ofMinutes(4)).until(() -> Files.exists(ports));
            JsonNode at = new ObjectMapper().readTree(ports.toFile());
            System.setProperty(API, "http://127.0.0.1:" + at.path("api").asInt() + "/v1");
            System.setProperty(CONTROL, "http://127.0.0.1:" + at.path("control").asInt() + "/control");
            // Bans of the stand-in are made as short by the tests that are about them.
            return Map.of("insights.ortto.ban", "400ms");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar or the binary, whichever was built last; arguments go behind the first of these. */
    private static List<String> program() throws IOException {
        Path target = Path.of("..", "sandbox", "target");
        Path jar = target.resolve("quarkus-app").resolve("quarkus-run.jar");
        Path binary = target.resolve("sandbox-1.0.0-SNAPSHOT-runner");
        if (Files.exists(binary)
                && (!Files.exists(jar)
                        || Files.getLastModifiedTime(binary).compareTo(Files.getLastModifiedTime(jar)) > 0)) {
            return List.of(binary.toString());
        }
        if (!Files.exists(jar)) {
            throw new IllegalStateException("Build sandbox first: " + jar + " is missing");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString());
    }

    @Override
    public void stop() {
        if (process != null) {
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
