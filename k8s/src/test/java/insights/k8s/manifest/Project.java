package insights.k8s.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the rest of the project says that manifests must agree with. */
public final class Project {

    private static final Path ROOT = Path.of("..");
    private static final String COMMON = "common/src/main/resources/META-INF/microprofile-config.properties";

    private Project() {}

    /** The text of a file, by its path from the root of the project. */
    public static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A setting of a deployable as its program has it, before anything of the installation. */
    public static String setting(String deployable, String name) {
        Properties settings = hasDatabase(deployable) ? properties(COMMON) : new Properties();
        settings.putAll(properties(deployable + "/src/main/resources/application.properties"));
        String value = settings.getProperty(name);
        if (value == null) {
            throw new AssertionError(deployable + " has no " + name);
        }
        return value;
    }

    /**
     * Whether a deployable has a database, and with it migrations, jobs, and what {@code common} gives to the services. The
     * console has none.
     */
    public static boolean hasDatabase(String deployable) {
        return Files.isDirectory(ROOT.resolve(deployable + "/src/main/resources/db/migration"));
    }

    /** How long the runs of export-service are waited for when it stops: a default in its code. */
    public static Duration shutdownOfRuns() {
        Matcher found = Pattern.compile("@WithDefault\\(\"(\\w+)\"\\)\\s+Duration shutdown\\(\\)")
                .matcher(text("export-service/src/main/java/insights/export/worker/WorkerConfig.java"));
        if (!found.find()) {
            throw new AssertionError("WorkerConfig has no shutdown()");
        }
        return duration(found.group(1));
    }

    /** As Quarkus reads them: {@code 20s}, {@code 5m} or ISO 8601. */
    public static Duration duration(String text) {
        return Duration.parse(text.startsWith("P") ? text : "PT" + text);
    }

    private static Properties properties(String path) {
        try (var reader = Files.newBufferedReader(ROOT.resolve(path))) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
