package insights.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

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
    void isWaitedForAsLongAsItWrites() {
        process =
                shell("for i in 1 2 3 4 5 6 7 8; do echo $i; sleep 0.2; done; echo $$ > pid; exec sleep 600", Map.of());

        process.start();

        assertThat(Files.exists(folder.resolve("pid"))).isTrue();
    }

    @Test
    void isGivenUpWhenNothingMoves() {
        process = shell("echo waiting for nobody; exec sleep 600", Map.of());

        assertThatThrownBy(process::start)
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("thing is not ready, and for 1 seconds nothing moved there")
                .hasMessageContaining("waiting for nobody");
    }

    @Test
    void leavesNothingOfAStartThatWasGivenUp() throws IOException {
        process = shell("echo $$ > early; [ -e again ] && echo $$ > pid; exec sleep 600", Map.of());
        assertThatThrownBy(process::start).isInstanceOf(PlatformFailure.class);
        Optional<ProcessHandle> first = alive("early");
        assertThat(first).isPresent();
        Files.createFile(folder.resolve("again"));

        process.start();

        assertThat(first.orElseThrow().isAlive()).isFalse();
        assertThat(pid()).isPresent();
    }

    @Test
    void tellsThatItDiedByItself() throws Exception {
        process = shell("echo $$ > pid; exec sleep 600", Map.of());
        CompletableFuture<Integer> told = new CompletableFuture<>();
        process.onDeath(told::complete);
        process.start();

        pid().orElseThrow().destroyForcibly();

        assertThat(told.get(10, TimeUnit.SECONDS)).isEqualTo(128 + 9);
    }

    @Test
    void doesNotTellOfADeathThatWasWanted() {
        process = shell("echo $$ > pid; exec sleep 600", Map.of());
        AtomicInteger deaths = new AtomicInteger();
        process.onDeath(status -> deaths.incrementAndGet());
        process.start();
        process.killHard();
        process.start();
        process.close();

        assertThat(deaths).hasValue(0);
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
        return new ChildProcess("thing", List.of("sh", "-c", script), variables, folder, this::hasPid, PATIENCE);
    }

    private boolean hasPid() {
        try {
            return Files.exists(folder.resolve("pid")) && Files.size(folder.resolve("pid")) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<ProcessHandle> pid() throws IOException {
        return alive("pid");
    }

    private Optional<ProcessHandle> alive(String file) throws IOException {
        String pid = Files.readString(folder.resolve(file)).strip();
        return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
    }
}
