package insights.destination.consent;

import insights.destination.type.ConnectionType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The published consent texts: those that come with the service, in {@code consent-texts/<version>/<language>.txt}, and
 * those that the installation adds. They are the same for all destinations but for the name. A published text never changes: a new wording is a new version, in all languages.
 */
@ApplicationScoped
public class ConsentTexts {

    private final ConsentConfig config;

    ConsentTexts(ConsentConfig config) {
        this.config = config;
    }

    /** The version to agree to now. */
    public int currentVersion() {
        return config.currentVersion();
    }

    ConsentText current(Language language, ConnectionType type) {
        return find(currentVersion(), language, type).orElseThrow();
    }

    /** A text that is or was published. The service's own come first: an installation adds versions, and changes none. */
    Optional<ConsentText> find(int version, Language language, ConnectionType type) {
        String name = "%d/%s.txt".formatted(version, language.code());
        try (InputStream own =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("consent-texts/" + name)) {
            Optional<byte[]> file = own == null ? added(name) : Optional.of(own.readAllBytes());
            return file.map(
                    bytes -> ConsentText.parse(version, language, type, new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> added(String name) throws IOException {
        Optional<Path> file =
                config.folder().map(folder -> folder.resolve(name)).filter(Files::isRegularFile);
        return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
    }
}
