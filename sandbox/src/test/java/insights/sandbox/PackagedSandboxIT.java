package insights.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import insights.common.testing.PackagedService;
import insights.sandbox.json.Json;
import insights.sandbox.testing.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the packaged sandbox starts and ends. */
class PackagedSandboxIT {

    private static final Pattern GENERATED_KEY = Pattern.compile("API key is ([0-9a-f]{32})\\b");

    @TempDir
    private Path folder;

    private Process sandbox;

    @AfterEach
    void kill() throws InterruptedException {
        if (sandbox != null) {
            sandbox.destroyForcibly().waitFor();
        }
    }

    @Test
    void makesUpAReadyKeyAndSaysItOnce() throws Exception {
        start(0);
        JsonNode ports = awaitPorts();
        Matcher key = GENERATED_KEY.matcher(log());

        assertThat(key.find()).isTrue();
        assertThat(Http.send(
                                ports.path("api").asInt(),
                                "GET",
                                "/v1/lists",
                                Map.of("autopilotapikey", key.group(1)),
                                null)
                        .status())
                .isEqualTo(200);
        assertThat(key.find()).isFalse();
        assertThat(log())
                .contains("http://127.0.0.1:" + ports.path("api").asInt() + "/v1")
                .contains("http://127.0.0.1:" + ports.path("control").asInt() + "/control");
    }

    @Test
    void makesTheConfiguredAccountsReadyAndKeepsTheirKeysToItself() throws Exception {
        String first = "a".repeat(32);
        String second = "b".repeat(32);
        start(0, "-Dsandbox.api-key=" + first, "-Dsandbox.accounts=" + second, "-Dsandbox.rate-per-second=7");
        JsonNode ports = awaitPorts();

        for (String key : List.of(first, second)) {
            assertThat(Http.send(ports.path("control").asInt(), "GET", "/control/accounts/" + key, Map.of(), null)
                            .json()
                            .path("ratePerSecond")
                            .asInt())
                    .isEqualTo(7);
        }
        assertThat(log()).doesNotContain(first).doesNotContain(second);
    }

    @Test
    void takesItsPortsFileAwayWhenItEnds() throws Exception {
        start(0);
        awaitPorts();

        sandbox.destroy();

        assertThat(sandbox.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("ports.json")).doesNotExist();
    }

    @Test
    void endsWithAClearMessageWhenItCannotSayItsPorts() throws Exception {
        Files.createDirectory(folder.resolve("ports.json"));
        start(0);

        assertThat(sandbox.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(sandbox.exitValue()).isNotZero();
        assertThat(log()).contains("The file that sandbox.ports-file names cannot be written");
    }

    @Test
    void endsWithAClearMessageWhenAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            start(taken.getLocalPort());

            assertThat(sandbox.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(sandbox.exitValue()).isNotZero();
            assertThat(log())
                    .contains("Port " + taken.getLocalPort() + " of the control plane cannot be had")
                    .contains("sandbox.control.port");
        }
        assertThat(folder.resolve("ports.json")).doesNotExist();
    }

    private void start(int controlPort, String... options) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.http.port", "0",
                "sandbox.control.port", Integer.toString(controlPort),
                "sandbox.ports-file", folder.resolve("ports.json").toString()));
        Stream.of(options)
                .map(option -> option.substring("-D".length()).split("=", 2))
                .forEach(option -> settings.put(option[0], option[1]));
        sandbox = new ProcessBuilder(PackagedService.command(List.of("-Xmx256m"), settings))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private JsonNode awaitPorts() throws IOException {
        Path ports = folder.resolve("ports.json");
        // A machine that does much else takes its time.
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(ports));
        return Json.parse(Files.readAllBytes(ports));
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }
}
