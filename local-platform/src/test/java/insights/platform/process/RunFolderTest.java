package insights.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
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
    void ofDeadProcessesOnlyTheLogsStay() throws IOException {
        Path ofTheDead = Files.createDirectories(parent.resolve("run-999999999/logs"));
        Path data = Files.createDirectories(parent.resolve("run-999999999/postgresql/base"));
        Path ofTheLiving = Files.createDirectories(parent.resolve("run-20260101-000000-1/postgresql"));
        Path other = Files.createDirectories(parent.resolve("postgresql"));

        new RunFolder(parent).create();

        assertThat(data.getParent()).doesNotExist();
        assertThat(ofTheDead).exists();
        assertThat(ofTheLiving).exists();
        assertThat(other).exists();
    }

    @Test
    void theLogsOfTheLastTenStartsAreKept() throws IOException {
        for (int day = 1; day <= 15; day++) {
            Path logs = Files.createDirectories(parent.resolve("run-202601%02d-000000-999999999/logs".formatted(day)));
            Files.setLastModifiedTime(logs, FileTime.from(Instant.parse("2026-01-%02dT00:00:00Z".formatted(day))));
        }

        RunFolder folder = new RunFolder(parent);
        folder.create();

        try (Stream<Path> kept = Files.list(parent)) {
            assertThat(kept.map(path -> path.getFileName().toString()))
                    .hasSize(10)
                    .contains(folder.path().getFileName().toString())
                    .contains("run-20260115-000000-999999999", "run-20260107-000000-999999999")
                    .doesNotContain("run-20260106-000000-999999999");
        }
    }

    /** Case P09. */
    @Test
    void nobodyElseCanEnter() throws IOException {
        RunFolder folder = new RunFolder(parent);
        folder.create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                .isEqualTo("rwx------");
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
