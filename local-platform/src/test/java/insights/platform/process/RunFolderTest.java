package insights.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    Path parent;

    @Test
    void keepsNothingButTheLogs() throws IOException {
        RunFolder folder = new RunFolder(parent);
        folder.create();
        Files.writeString(folder.log("thing"), "said something");
        Files.createDirectories(folder.resolve("postgresql/base"));
        Files.writeString(folder.temporary().resolve("file"), "");

        folder.close();

        assertThat(folder.path()).isDirectoryContaining(entry -> entry.equals(folder.logs()));
        assertThat(Files.list(folder.path())).hasSize(1);
        assertThat(folder.log("thing")).hasContent("said something");
    }

    @Test
    void removesWhatDeadProcessesLeftAndNothingElse() throws IOException {
        Path ofTheDead = Files.createDirectories(parent.resolve("run-999999999/logs"));
        Path ofTheLiving = Files.createDirectories(parent.resolve("run-1"));
        Path other = Files.createDirectories(parent.resolve("postgresql"));

        new RunFolder(parent).create();

        assertThat(ofTheDead.getParent()).doesNotExist();
        assertThat(ofTheLiving).exists();
        assertThat(other).exists();
    }

    @Test
    void doesNotFollowLinksWhenItRemoves() throws IOException {
        Path elsewhere = Files.writeString(
                Files.createDirectories(parent.resolve("elsewhere")).resolve("file"), "");
        RunFolder folder = new RunFolder(parent);
        folder.create();
        Files.createSymbolicLink(folder.resolve("link"), elsewhere.getParent());

        folder.close();

        assertThat(elsewhere).exists();
    }
}
