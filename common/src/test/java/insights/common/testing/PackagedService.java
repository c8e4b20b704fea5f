package insights.common.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service (jar or native) of the module under test as a process of its own, in production. */
public final class PackagedService implements AutoCloseable {

    /** What Quarkus says when it is up. */
    public static final String STARTED = "Installed features";

    /**
     * Where a process that ends in peace leaves its classes for faster starts of the next: a service is started dozens of times,
     * and half of each start would go into reading classes. A build empties the folder; the JVM would not replace those of
     * another build.
     */
    private static final Path ARCHIVE = Path.of("target/quarkus-app/startup.jsa");

    private static final List<String> ARCHIVED = List.of(
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + ARCHIVE,
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off");

    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");

    private static final Pattern MANAGED = Pattern.compile("Management interface listening on http://[^:]+:(\\d+)");

    private final Process process;
    private final BufferedReader output;
    private final CountDownLatch drained = new CountDownLatch(1);
    private final StringBuffer said = new StringBuffer();
    private boolean isTold;

    private PackagedService(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Starts it with this configuration alone, on free ports. */
    public static PackagedService start(Map<String, String> config) {
        ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
        config.forEach((name, value) -> builder.environment().put(variable(name), value));
        builder.environment().putIfAbsent("QUARKUS_HTTP_PORT", Integer.toString(FreePort.next()));
        builder.environment().putIfAbsent("QUARKUS_MANAGEMENT_PORT", Integer.toString(FreePort.next()));
        try {
            return new PackagedService(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it said until it said this, or gave up, which it must do with an error. */
    public String until(String text) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                if (line.contains(text)) {
                    return said.toString();
                }
            }
            if (process.waitFor() == 0) {
                throw new AssertionError("It ended as if all were well: " + said);
            }
            return said.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So that its log does not fill the pipe. */
    private void drain() {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
            }
        } catch (IOException e) {
            said.append(e);
        } finally {
            drained.countDown();
        }
    }

    /** What it said until it ended by itself, however it did. */
    public String untilItsEnd() {
        try {
            output.lines().forEach(line -> said.append(line).append('\n'));
            process.waitFor();
            return said.toString();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it ends by itself in so much time. */
    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With what it ended. */
    public int status() {
        return process.exitValue();
    }

    /** SIGTERM; what it says then can still be read. */
    public void tellToStop() {
        isTold = true;
        process.toHandle().destroy();
    }

    /** Where its API is, once it is up. */
    public String url() {
        Matcher listening = LISTENING.matcher(until(STARTED));
        if (!listening.find()) {
            throw new AssertionError("It does not start: " + said);
        }
        Thread.ofPlatform().daemon().start(this::drain);
        return "http://localhost:" + listening.group(1);
    }

    /** Where its health is, once it is up. */
    public String readiness() {
        Matcher managed = MANAGED.matcher(said);
        if (!managed.find()) {
            throw new AssertionError("It has no management interface: " + said);
        }
        return "http://localhost:" + managed.group(1) + "/q/health/ready";
    }

    /** What it said so far; all of it once {@link #url()} was asked for. */
    public String log() {
        return said.toString();
    }

    /** Asks it to end, as Kubernetes does, and returns all that it said. */
    public String stop() {
        // The process itself would close its output, with what it says last.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || !drained.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("It does not end: " + said);
            }
            return said.toString();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (!isTold && !Files.exists(ARCHIVE)) {
                process.toHandle().destroy();
                process.waitFor(30, TimeUnit.SECONDS);
            }
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In capitals, a setting of the OIDC client would be taken for one of an OIDC tenant named "client". */
    private static String variable(String name) {
        return name.startsWith("quarkus.oidc-client.")
                ? name
                : name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** How it is started: the binary when this build made one, and not an older jar beside it. */
    public static List<String> command() {
        // It lives for seconds.
        return command(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), Map.of());
    }

    /**
     * The same with settings as arguments.
     *
     * @param options of the JVM; a binary gets those of them that say how large its heap may be
     */
    public static List<String> command(List<String> options, Map<String, String> settings) {
        Path binary = Path.of(System.getProperty("native.image.path", ""));
        List<String> given = settings.entrySet().stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .toList();
        List<String> command = new ArrayList<>();
        if (Files.isRegularFile(binary)) {
            command.add(binary.toString());
            options.stream().filter(option -> option.startsWith("-Xmx")).forEach(command::add);
            command.addAll(given);
        } else {
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.addAll(options);
            command.addAll(ARCHIVED);
            command.addAll(given);
            command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        }
        return command;
    }

    /** The configuration, and this on top. */
    public static Map<String, String> with(Map<String, String> config, String name, String value) {
        Map<String, String> more = new HashMap<>(config);
        more.put(name, value);
        return more;
    }
}
