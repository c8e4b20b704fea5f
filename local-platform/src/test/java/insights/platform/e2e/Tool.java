package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import insights.platform.Build;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs programs that are not ours (Node, Python) in a folder of the build, with files of {@code src/test/clients}. */
final class Tool {

    private final Path folder;

    private Tool(Path folder) {
        this.folder = folder;
    }

    /** In a folder with what is in {@code src/test/clients/<name>}. What is there already stays: it took long to fetch. */
    static Tool withFilesOf(String name) throws IOException {
        Path module = Build.ofThisProject().root().resolve("local-platform");
        Path folder = Files.createDirectories(module.resolve("target/clients").resolve(name));
        try (Stream<Path> files = Files.list(module.resolve("src/test/clients").resolve(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new Tool(folder);
    }

    /** The committed description of a service's API. */
    static Path description(String service) {
        return Build.ofThisProject().root().resolve(service).resolve("src/main/openapi/openapi.yaml");
    }

    /** Whether a command can be run here, and succeeds. */
    static boolean works(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    /** Runs it, and returns what it prints; it must succeed. */
    String run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        String output = Files.readString(printed, StandardCharsets.UTF_8);
        Files.delete(printed);
        assertThat(status)
                .as("%s%n%s", String.join(" ", command.subList(0, 2)), output)
                .isZero();
        return output;
    }

    String run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), List.of(command));
    }
}
