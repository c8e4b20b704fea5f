package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.platform.Build;
import insights.platform.http.ApiClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code make run} and {@code make token} start, as processes: how they end, and what they leave behind. */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("platforms that are started and ended")
class LauncherE2ETest {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path work;

    @TempDir
    Path temporary;

    @TempDir
    Path elsewhere;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() {
        started.forEach(Process::destroyForcibly);
    }

    /** {@code .ci/run} names a command that does it on the lowest JDK that is promised. */
    @Test
    @Timeout(600)
    void endsAfterTheMainJobWithItsStatus() throws Exception {
        String command = System.getProperty("insights.main-job");
        Process launcher = command == null ? start("--exit", "--free-ports") : startFromRoot(command);

        String output = all(launcher.getInputStream());

        assertThat(launcher.waitFor()).as(output).isZero();
        assertThat(output).contains("all as computed from the file", "Done after");
        assertThat(output).as("addresses of what is gone").doesNotContain("http://");
        assertNothingIsLeft();
    }

    @Test
    @Timeout(600)
    void doesTheMainJobAndStaysUpUntilItIsToldToEndAndMeanwhileTheDocumentsCommandsWork() throws Exception {
        Process launcher = start("--free-ports");
        assertThat(readUntil(launcher, "Ready after"))
                .contains("Keycloak", "PostgreSQL", "Import of customers", "2,000 received")
                .contains("all as computed from the file", "so no request was made")
                .contains("completed, 34 not exported")
                .contains("Read back from Autopilot", "Read back from Ortto")
                .contains("set off by the refresh: 1 contact written, 2 put on a list")
                .contains("set off by the refresh: 1 contact written, its tags with it");
        Path file = work.resolve("platform.json");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String contributor = printed("token", "--user=contributor");
        assertThat(contributor).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        JsonNode platform = new ObjectMapper().readTree(file.toFile());
        URI gateway = URI.create(platform.get("gateway").textValue());
        assertThat(ApiClient.withToken(gateway, contributor).get("/exports").status())
                .isEqualTo(200);
        theDocumentsCommandsWork(platform, gateway.toString(), contributor);
        terminate(launcher);

        assertThat(launcher.waitFor()).isEqualTo(TERMINATED);
        assertThat(file).doesNotExist();
        assertNothingIsLeft();
    }

    @Test
    @Timeout(120)
    void leavesNothingWhenItIsToldToEndInTheMiddleOfItsStart() throws Exception {
        Process launcher = start("--free-ports");
        readUntil(launcher, "PostgreSQL");

        terminate(launcher);

        assertThat(launcher.waitFor()).isEqualTo(TERMINATED);
        assertThat(all(launcher.getErrorStream())).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    @Timeout(60)
    void startsNothingWhenAPortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            Process launcher = start("--free-ports", "--segment-service-port=" + other.getLocalPort());

            assertThat(all(launcher.getErrorStream()))
                    .isEqualTo(
                            "Port %d is taken, but segment-service wants it: stop what uses it, or choose another one with "
                                            .formatted(other.getLocalPort())
                                    + "ARGS=--segment-service-port=N." + System.lineSeparator());
            assertThat(launcher.waitFor()).isEqualTo(1);
            assertThat(all(launcher.getInputStream())).isEmpty();
            assertThat(work).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "99999", "-1", "http"})
    @Timeout(60)
    void aBadPortIsOneSentence(String port) throws Exception {
        Process launcher = start("--keycloak-port=" + port);

        assertThat(all(launcher.getErrorStream()).lines())
                .singleElement()
                .asString()
                .contains(port, "--keycloak-port", "ARGS=--help");
        assertThat(launcher.waitFor()).isEqualTo(2);
    }

    /** As a script does: {@code make run &}, which a shell without job control starts deaf to the signal. */
    @Test
    @Timeout(120)
    void hearsTheSignalOfCtrlCInTheBackgroundOfAScript() throws Exception {
        Process script = startFromRoot(
                "sh",
                "-c",
                "trap '' INT; exec make -s -o local-platform/target/built run ARGS='--free-ports --work-folder=%s'"
                        .formatted(work));
        readUntil(script, "Starting everything");

        ProcessHandle launcher = script.descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("--work-folder=" + work))
                .filter(process -> process.children().findAny().isPresent()
                        || process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
        new ProcessBuilder("kill", "-INT", Long.toString(launcher.pid()))
                .start()
                .waitFor();

        assertThat(script.waitFor()).isNotZero();
        assertThat(launcher.isAlive()).isFalse();
        assertNothingIsLeft();
    }

    @Test
    @Timeout(60)
    void tellsThatThereIsNobodyToSignInAt() throws Exception {
        Process token = start("token", "--user=admin");

        assertThat(all(token.getErrorStream())).contains("not running", "make run");
        assertThat(token.waitFor()).isEqualTo(1);
        assertThat(all(token.getInputStream())).isEmpty();
    }

    private void theDocumentsCommandsWork(JsonNode platform, String gateway, String contributor) throws Exception {
        String byHand = DocumentedCommands.of("README.md", "### By hand")
                .with("$(make -s token USER=contributor)", contributor)
                .with("http://localhost:8080", gateway)
                .run(elsewhere);
        assertThat(byHand).containsPattern("\"displayName\":\"Spanish customers\".*\"size\":[1-9]");
        assertThat(byHand).contains("event:end");

        String connected = DocumentedCommands.of("README.md", "## Connect a real Autopilot account")
                .with("KEY=…", "KEY=" + newAccount(platform, "AUTOPILOT"))
                .with(
                        "https://api2.autopilothq.com/v1",
                        platform.at("/sandbox/api").textValue())
                .with("$(make -s token USER=admin)", printed("token", "--user=admin"))
                .with("http://localhost:8080", gateway)
                .run(elsewhere);
        assertThat(connected).contains("\"sharedWithContributors\":true", "\"exportUser\":{");

        String ortto = DocumentedCommands.of("README.md", "## Connect a real Ortto account")
                .with("KEY=…", "KEY=" + newAccount(platform, "ORTTO"))
                .with(
                        "https://api.eu.ap3api.com/v1",
                        platform.at("/sandbox/api").textValue())
                .with("$(make -s token USER=admin)", printed("token", "--user=admin"))
                .with("http://localhost:8080", gateway)
                .run(elsewhere);
        assertThat(ortto).contains("\"sharedWithContributors\":true", "\"exportUser\":{", "str::email");

        String hook = DocumentedCommands.of("docs/schedules.md", "## The refresh hook")
                .with("$(make -s secret CLIENT=platform)", printed("secret", "--client=platform"))
                .with(
                        "http://localhost:8180/realms/insights",
                        platform.get("issuer").textValue())
                .with("http://localhost:8080", gateway)
                .run(elsewhere);
        assertThat(hook).contains("{");
    }

    private static String newAccount(JsonNode platform, String api) {
        String key = UUID.randomUUID().toString().replace("-", "");
        ApiClient.withHeader(URI.create(platform.at("/sandbox/control").textValue()), "Accept", "application/json")
                .post("/accounts", Map.of("api", api, "apiKey", key, "ratePerSecond", 100))
                .succeeded();
        return key;
    }

    /** The one line that a command prints. */
    private String printed(String... arguments) throws Exception {
        Process process = start(arguments);
        String printed = all(process.getInputStream());
        assertThat(process.waitFor()).isZero();
        return printed.strip();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                Build.ofThisProject()
                        .root()
                        .resolve("local-platform/target/local-platform-1.0.0-SNAPSHOT.jar")
                        .toString()));
        command.addAll(Arrays.asList(arguments));
        command.add("--work-folder=" + work);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TMPDIR", temporary.toString());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private Process startFromRoot(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(Build.ofThisProject().root().toFile())
                .start();
        started.add(process);
        return process;
    }

    /** Unlike {@link Process#destroy()}, leaves what it says readable. */
    private static void terminate(Process process) {
        process.toHandle().destroy();
    }

    /** What it says until it says this. */
    private static String readUntil(Process process, String text) {
        Scanner output = new Scanner(process.getInputStream(), StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        while (output.hasNextLine()) {
            String line = output.nextLine();
            said.append(line).append('\n');
            if (line.contains(text)) {
                return said.toString();
            }
        }
        throw new AssertionError("It ended without saying " + text + ": " + said);
    }

    private static String all(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Every process of the platform has a path in the work folder in its command line. */
    private void assertNothingIsLeft() throws IOException {
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .filter(command -> command.contains(work.toString())))
                .isEmpty();
        assertThat(temporary).isEmptyDirectory();
        try (Stream<Path> files = Files.walk(work)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> work.relativize(file).toString())
                            .filter(file -> !file.startsWith("postgresql/programs/PG-")))
                    .allMatch(file -> file.matches("run-[\\d-]+/logs/[a-z-]+\\.log"));
        }
        try (Stream<Path> files = Files.walk(work)) {
            assertThat(files).noneMatch(file -> file.endsWith("epg-lock"));
        }
        try (Stream<Path> folders = Files.walk(work)) {
            assertThat(folders.filter(Files::isDirectory))
                    .as("folders where another user of the machine could put another database server")
                    .noneMatch(LauncherE2ETest::canBeWrittenByAnybody);
        }
    }

    private static boolean canBeWrittenByAnybody(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
