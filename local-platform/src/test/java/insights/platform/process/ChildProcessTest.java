package insights.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    Path parent;

    private RunFolder folder;
    private ChildProcess process;

    @BeforeEach
    void createFolder() {
        folder = new RunFolder(parent);
        folder.create();
    }

    @AfterEach
    void closeProcess() {
        process.close();
    }

    @Test
    void isStartedWhenItIsHealthyAndGoneWhenItIsClosed() throws IOException {
        process = shell("echo $$ > pid; exec sleep 600", Map.of());

        process.start();
        assertThat(pid()).isPresent();
        process.close();

        assertThat(pid()).isEmpty();
    }

    @Test
    void canBeStartedAgainAfterItWasKilled() throws IOException {
        process = shell("echo $$ > pid; exec sleep 600", Map.of());
        process.start();
        process.killHard();
        assertThat(pid()).isEmpty();
        Files.delete(folder.resolve("pid"));

        process.start();

        assertThat(pid()).isPresent();
    }

    @Test
    void showsTheEndOfItsLogWhenItDoesNotComeUp() {
        process = shell("echo first; echo cannot find my database >&2; exit 3", Map.of());

        assertThatThrownBy(process::start)
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("thing ended with status 3 before it was ready")
                .hasMessageContaining("cannot find my database");
    }

    @Test
    void cannotBeStartedWhenThePlatformIsStopping() {
        process = shell("echo $$ > pid", Map.of());
        process.close();

        assertThatThrownBy(process::start).isInstanceOf(PlatformFailure.class).hasMessageContaining("stopping");
    }

    @Test
    void hasItsOwnVariablesAndNoneThatCouldChangeWhatItDoes() throws IOException {
        process = shell("env > pid; exec sleep 600", Map.of("QUARKUS_HTTP_PORT", "8081"));

        process.start();

        process.close();
        assertThat(Files.readAllLines(folder.resolve("pid")))
                .contains("QUARKUS_HTTP_PORT=8081")
                .noneMatch(line -> line.startsWith("JAVA_"));
    }

    private ChildProcess shell(String script, Map<String, String> variables) {
        return new ChildProcess("thing", List.of("sh", "-c", script), variables, folder, this::hasPid);
    }

    private boolean hasPid() {
        try {
            return Files.exists(folder.resolve("pid")) && Files.size(folder.resolve("pid")) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private java.util.Optional<ProcessHandle> pid() throws IOException {
        String pid = Files.readString(folder.resolve("pid")).strip();
        return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
    }
}
