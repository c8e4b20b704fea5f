package insights.segment;

import insights.common.testing.FreePort;
import insights.common.testing.PackagedService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service in a process of its own: the jar with a heap of 256 MiB, or the native binary. */
public final class ServiceProcess implements AutoCloseable {

    private static final String HEAP = "-Xmx256m";

    private final Process process;
    private final URI address;
    private final int management;

    private ServiceProcess(Process process, URI address, int management) {
        this.process = process;
        this.address = address;
        this.management = management;
    }

    /** Starts it and waits until it is ready. @param options of the JVM */
    public static ServiceProcess start(Map<String, String> configuration, Path log, String... options)
            throws IOException, InterruptedException {
        int port = FreePort.next();
        int management = FreePort.next();
        Map<String, String> all = new HashMap<>(configuration);
        all.put("quarkus.http.port", "" + port);
        all.put("quarkus.management.port", "" + management);
        List<String> jvm = new ArrayList<>(List.of(HEAP));
        jvm.addAll(List.of(options));
        List<String> command = PackagedService.command(jvm, all);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ServiceProcess service = new ServiceProcess(process, URI.create("http://localhost:" + port), management);
        service.awaitReady(service.management("/q/health/ready"));
        return service;
    }

    public URI address() {
        return address;
    }

    /** Health and metrics. */
    public URI management(String path) {
        return URI.create("http://localhost:" + management + path);
    }

    public long pid() {
        return process.pid();
    }

    /** Whether it is still there. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it at once, as SIGKILL does: it has no time to clean up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void awaitReady(URI health) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (process.isAlive()) {
                try {
                    if (http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Not there yet.
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("the service did not start, see its log");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
