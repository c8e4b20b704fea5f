package insights.export.testing;

import static io.restassured.RestAssured.given;

import insights.common.testing.FreePort;
import insights.common.testing.PackagedService;
import insights.common.testing.Patience;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One process of the packaged service (jar or native), which a test can kill, pause and start again. */
public final class Replica {

    private static final Pattern CLAIM = Pattern.compile("Run (\\S+) of export \\S+ begins \\(claim (\\d+)\\)");

    private final List<String> command;
    private final Path log;
    private final int port = FreePort.next();
    private final int management = FreePort.next();
    private Process process;

    public Replica(String name, Map<String, String> configuration) {
        try {
            log = Files.createDirectories(Path.of("target", "replicas")).resolve(name + ".log");
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>(configuration);
        settings.put("quarkus.log.console.json.enabled", "false");
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("quarkus.management.host", "127.0.0.1");
        settings.put("quarkus.management.port", Integer.toString(management));
        command = PackagedService.command(
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"), settings);
    }

    /** Starts it, without waiting for it. */
    public void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it takes requests. */
    public Replica awaitReady() {
        Patience.await()
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> given().get("http://127.0.0.1:" + management + "/q/health/ready")
                                .statusCode()
                        == 200);
        return this;
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM: it ends in good order. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("It does not end");
        }
    }

    /** SIGSTOP: it stands still, whatever it was doing. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on, or starts it again, and waits until it takes requests. */
    public void revive() throws IOException, InterruptedException {
        if (process.isAlive()) {
            resume();
        } else {
            start();
        }
        awaitReady();
    }

    /** SIGCONT: it goes on, and does not know that time has passed. */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    public String api() {
        return "http://127.0.0.1:" + port;
    }

    public Metrics metrics() {
        return new Metrics(URI.create("http://127.0.0.1:" + management + "/q/metrics"));
    }

    /** The number of the last claim by which it held a run; 0 when it never did. */
    public int lastClaimOf(String run) {
        int last = 0;
        try {
            for (String line : Files.readAllLines(log)) {
                Matcher claim = CLAIM.matcher(line);
                if (claim.find() && claim.group(1).equals(run)) {
                    last = Integer.parseInt(claim.group(2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return last;
    }

    /** The lines of its log that have this in them. */
    public List<String> said(String what) {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> line.contains(what))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("kill -" + signal + " answered " + status);
        }
    }
}
