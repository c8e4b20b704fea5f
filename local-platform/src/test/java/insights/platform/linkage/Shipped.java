package insights.platform.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/**
 * The classes that a program ships, with what they refer to.
 *
 * @param classes by their internal name; of two of one name the one that is found first, as on the class path
 */
record Shipped(Map<String, ShippedClass> classes) {

    /** In the order in which Quarkus looks for classes. */
    private static final List<String> FOLDERS = List.of("quarkus", "app", "lib/boot", "lib/main");

    /** @param app the folder quarkus-app of a built program */
    static Shipped of(Path app) throws IOException {
        Map<String, ShippedClass> classes = new HashMap<>();
        for (String folder : FOLDERS) {
            for (Path jar : jars(app.resolve(folder))) {
                read(jar, classes);
            }
        }
        return new Shipped(classes);
    }

    /** What is referred to, by class, without being there. */
    List<String> broken() {
        Resolution resolution = new Resolution(classes);
        List<String> broken = new ArrayList<>();
        classes.values().forEach(type -> type.references().stream()
                .filter(reference -> !resolution.isThere(type, reference))
                .map(reference -> "%s (%s) refers to %s".formatted(type.name(), type.jar(), reference))
                .forEach(broken::add));
        return broken.stream().sorted().toList();
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(java.util.Comparator.reverseOrder())
                    .toList();
        }
    }

    private static void read(Path jar, Map<String, ShippedClass> classes) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .filter(entry -> entry.getName().endsWith(".class")
                            && !entry.getName().startsWith("META-INF/"))
                    .forEach(entry -> {
                        ShippedClass type = read(jar, file, entry);
                        classes.putIfAbsent(type.name(), type);
                    });
        }
    }

    private static ShippedClass read(Path jar, JarFile file, JarEntry entry) {
        try (InputStream bytes = file.getInputStream(entry)) {
            return ReferenceReader.read(jar.getFileName().toString(), new ClassReader(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
