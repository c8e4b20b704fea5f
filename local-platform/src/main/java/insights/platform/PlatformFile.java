package insights.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import insights.platform.identity.User;
import insights.platform.process.PlatformFailure;
import insights.platform.process.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What a running platform tells other programs about itself, in a JSON file that is there as long as it runs.
 *
 * @param console where people begin; null without a console
 * @param clients the secrets of machines by the names of their clients
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlatformFile(
        long pid,
        URI gateway,
        URI console,
        URI issuer,
        List<User> users,
        Map<String, String> clients,
        Map<String, Integer> ports,
        Login keycloakConsole,
        Map<String, Login> databases,
        Sandbox sandbox,
        String logs) {

    private static final String NAME = "platform.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Something to sign in at. */
    public record Login(String url, String user, String password) {}

    /** The stand-in for Autopilot and Ortto: where it is, and the keys of the accounts that the sample is exported to. */
    public record Sandbox(URI api, URI control, String apiKey, String orttoApiKey) {}

    /**
     * Writes it, for the user of this machine only: into the folder of this start, and beside it where everybody looks,
     * unless another platform that runs has its own there.
     *
     * @return whether it is where everybody looks
     */
    boolean write(Path workFolder, RunFolder run) {
        try {
            Path own = run.resolve(NAME);
            Files.createFile(own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            JSON.writeValue(own.toFile(), this);
            Path known = workFolder.resolve(NAME);
            if (Files.exists(known) && !isOfOneThatRuns(known)) {
                Files.delete(known);
            }
            // Fails if it is there, so that of two that start at once only one gets it.
            Files.createLink(known, own);
            return true;
        } catch (FileAlreadyExistsException another) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of the platform that runs now: the one asked for by its process, or else the one that everybody knows. */
    static PlatformFile read(Path workFolder, OptionalLong pid) {
        Path known = workFolder.resolve(NAME);
        if (pid.isEmpty() && Files.exists(known) && isOfOneThatRuns(known)) {
            return parse(known);
        }
        List<PlatformFile> running = RunFolder.ofLivingProcesses(workFolder).stream()
                .map(folder -> folder.resolve(NAME))
                .filter(Files::exists)
                .map(PlatformFile::parse)
                .toList();
        if (running.isEmpty()) {
            throw new PlatformFailure("The platform is not running: start it with `make run`.");
        }
        return running.stream()
                .filter(one -> pid.isEmpty() || one.pid == pid.getAsLong())
                .findFirst()
                .orElseThrow(() -> new PlatformFailure("No platform runs as %d, but as: %s."
                        .formatted(
                                pid.getAsLong(),
                                running.stream()
                                        .map(one -> Long.toString(one.pid))
                                        .collect(Collectors.joining(", ")))));
    }

    /** Removes it from where everybody looks, if it is that of this process. */
    static void delete(Path workFolder) {
        try {
            Path known = workFolder.resolve(NAME);
            if (Files.exists(known)
                    && parse(known).pid() == ProcessHandle.current().pid()) {
                Files.delete(known);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfOneThatRuns(Path file) {
        return ProcessHandle.of(parse(file).pid())
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    private static PlatformFile parse(Path file) {
        try {
            return JSON.readValue(file.toFile(), PlatformFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
