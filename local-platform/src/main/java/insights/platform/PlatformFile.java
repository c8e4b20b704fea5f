package insights.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import insights.platform.identity.User;
import insights.platform.process.PlatformFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** What a running platform tells other programs about itself, in a JSON file that is there as long as it runs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlatformFile(
        long pid,
        URI gateway,
        URI issuer,
        List<User> users,
        Map<String, Integer> ports,
        Login keycloakConsole,
        Map<String, Login> databases,
        Sandbox sandbox,
        String logs) {

    private static final String NAME = "platform.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Something to sign in at. */
    public record Login(String url, String user, String password) {}

    /** The stand-in for Autopilot: where it is, and the key of the account that the sample is exported to. */
    public record Sandbox(URI api, URI control, String apiKey) {}

    /** Writes it for the user of this machine only. */
    void write(Path folder) {
        try {
            Path file = folder.resolve(NAME);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            JSON.writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of the platform that runs now. */
    static PlatformFile read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            throw new PlatformFailure("The platform is not running: start it with `make run`.");
        }
        try {
            return JSON.readValue(file.toFile(), PlatformFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes it, if it is that of this process. */
    static void delete(Path folder) {
        try {
            if (Files.exists(folder.resolve(NAME))
                    && read(folder).pid() == ProcessHandle.current().pid()) {
                Files.delete(folder.resolve(NAME));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
