package insights.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.platform.process.PlatformFailure;
import insights.platform.process.RunFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformFileTest {

    private static final long OURS = ProcessHandle.current().pid();

    @TempDir
    Path work;

    private RunFolder folder;
    private Process other;

    @BeforeEach
    void create() throws IOException {
        folder = new RunFolder(work);
        folder.create();
        other = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        other.destroyForcibly();
    }

    @Test
    void isWhereEverybodyLooksForItsUserOnly() throws IOException {
        assertThat(file(OURS).write(work, folder)).isTrue();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work.resolve("platform.json"))))
                .isEqualTo("rw-------");
        assertThat(PlatformFile.read(work, OptionalLong.empty()).pid()).isEqualTo(OURS);
    }

    @Test
    void aSecondPlatformNeitherTakesThePlaceOfTheFirstNorRemovesIt() throws IOException {
        writeKnown(other.pid());

        assertThat(file(OURS).write(work, folder)).isFalse();

        assertThat(PlatformFile.read(work, OptionalLong.empty()).pid()).isEqualTo(other.pid());
        assertThat(PlatformFile.read(work, OptionalLong.of(OURS)).pid()).isEqualTo(OURS);
        PlatformFile.delete(work);
        assertThat(work.resolve("platform.json")).exists();
    }

    @Test
    void takesThePlaceOfOneThatIsGone() throws IOException {
        writeKnown(999_999_999);

        assertThat(file(OURS).write(work, folder)).isTrue();

        PlatformFile.delete(work);
        assertThat(work.resolve("platform.json")).doesNotExist();
    }

    @Test
    void theSecondIsFoundWhenTheFirstIsGone() throws Exception {
        writeKnown(other.pid());
        file(OURS).write(work, folder);
        other.destroyForcibly().waitFor();

        assertThat(PlatformFile.read(work, OptionalLong.empty()).pid()).isEqualTo(OURS);
    }

    @Test
    void saysWhichThereAre() {
        assertThatThrownBy(() -> PlatformFile.read(work, OptionalLong.empty()))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("make run");
        file(OURS).write(work, folder);

        assertThatThrownBy(() -> PlatformFile.read(work, OptionalLong.of(1)))
                .hasMessage("No platform runs as 1, but as: %d.".formatted(OURS));
    }

    private void writeKnown(long pid) throws IOException {
        Files.writeString(work.resolve("platform.json"), "{\"pid\": %d}".formatted(pid));
    }

    private static PlatformFile file(long pid) {
        return new PlatformFile(
                pid,
                URI.create("http://localhost:1"),
                null,
                null,
                List.of(),
                Map.of(),
                Map.of(),
                null,
                Map.of(),
                null,
                "");
    }
}
