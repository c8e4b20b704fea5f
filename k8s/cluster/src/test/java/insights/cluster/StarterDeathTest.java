package insights.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Nothing of a cluster is left on the machine when whoever started it is killed. */
@Order(1)
class StarterDeathTest {

    private static final Path FOLDER = SharedCluster.PROJECT.resolve("k8s/target/cluster/killed");
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final int DEPTH_OF_GROUPS = 2;

    @Test
    void nothingIsLeftOfIt() throws IOException {
        Process starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        SharedCluster.PROJECT.toString(),
                        FOLDER.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(starter.inputReader().readLine()).isEqualTo(Starter.STARTED);
        String group = Files.readString(FOLDER.resolve("id")).strip();
        String network = Files.readString(FOLDER.resolve("address")).strip().replaceFirst("[.]2$", ".");
        assertThat(left(group, network)).isNotEmpty();

        starter.destroyForcibly();

        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptionsInstanceOf(java.io.UncheckedIOException.class)
                .untilAsserted(() -> assertThat(left(group, network)).isEmpty());
        // The last that goes, on a busy machine a moment later.
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(files()).containsOnly("alive", "logs"));
    }

    private static List<String> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Whatever a cluster makes on a machine, in words. */
    private static List<String> left(String group, String network) throws IOException {
        List<String> left = new ArrayList<>();
        try (var groups = Files.walk(GROUPS, DEPTH_OF_GROUPS)) {
            groups.filter(folder -> folder.endsWith(group)).forEach(folder -> left.add("group " + folder));
        }
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            if (of(process, "cgroup").contains(group) || of(process, "cmdline").contains(FOLDER + "/state")) {
                left.add("process " + process.pid());
            }
        }
        if (Files.readString(Path.of("/proc/self/mounts")).contains(FOLDER.toString())) {
            left.add("a mount");
        }
        Program.said(List.of("ip", "-oneline", "address"))
                .lines()
                .filter(line -> line.contains(" " + network))
                .forEach(left::add);
        Program.said(List.of("ip", "route"))
                .lines()
                .filter(line -> line.contains(network))
                .forEach(left::add);
        return left;
    }

    private static String of(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException gone) {
            return "";
        }
    }
}
