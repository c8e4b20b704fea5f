package insights.platform;

import insights.platform.process.PlatformFailure;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the build of this project put what the platform starts. */
public record Build(Path root) {

    /** The project that this class was built in. */
    public static Build ofThisProject() {
        try {
            Path here = Path.of(Build.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            while (!Files.exists(here.resolve("mvnw"))) {
                here = here.getParent();
            }
            return new Build(here);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The program of a Quarkus module. */
    public Path program(String module) {
        return built(root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    /** The console, if its pages are built: without Node on the machine they are not. */
    public Optional<Path> console() {
        Path pages = root.resolve("console/target/classes/META-INF/resources/console/index.html");
        return Files.exists(pages) ? Optional.of(program("console")) : Optional.empty();
    }

    /** Keycloak, unpacked and put together. */
    public Path keycloak() {
        return built(target().resolve("keycloak/built")).getParent();
    }

    /** Where the platform writes, unless told otherwise. */
    public Path workFolder() {
        return target().resolve("platform");
    }

    private Path target() {
        return root.resolve("local-platform/target");
    }

    private static Path built(Path part) {
        if (!Files.exists(part)) {
            throw new PlatformFailure("%s is missing: `make run` builds it before it starts anything.".formatted(part));
        }
        return part;
    }
}
