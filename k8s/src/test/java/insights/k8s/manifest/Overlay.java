package insights.k8s.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What can be applied, and for each component the base with it, which is rendered for the tests only. */
public record Overlay(String name) {

    private static final String LOCAL = "local";
    private static final String PRODUCTION = "production";
    private static final Map<String, String> RENDERED = new ConcurrentHashMap<>();

    public static Overlay production() {
        return new Overlay(PRODUCTION);
    }

    public static List<Overlay> all() {
        return Stream.concat(folders("overlays"), folders("components"))
                .map(Overlay::new)
                .toList();
    }

    public boolean isLocal() {
        return name.equals(LOCAL);
    }

    public boolean isProduction() {
        return name.equals(PRODUCTION);
    }

    /** Of a component only, so that an installation still has to say what images and secrets are. */
    public boolean isComponent() {
        return Files.isDirectory(Path.of("components", name));
    }

    /** What kubectl makes of it. */
    public String rendered() {
        return RENDERED.computeIfAbsent(
                name, ignored -> Kubectl.render(isComponent() ? withBase() : Path.of("overlays", name)));
    }

    private Path withBase() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "overlays", name));
            Files.writeString(folder.resolve("kustomization.yaml"), """
                    apiVersion: kustomize.config.k8s.io/v1beta1
                    kind: Kustomization
                    namespace: insights
                    resources: [../../../base]
                    components: [../../../components/%s]
                    """.formatted(name));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> folders(String parent) {
        try (Stream<Path> folders = Files.list(Path.of(parent))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
